"""Attacks on the machine and on the marking of others: nothing is reached, nothing stays, the class is marked."""

from hostile.attack import LEFT, TRIES, Attack

SOCKETS = (
    TRIES
    + """
import socket, subprocess
with trying():
    socket.create_connection(("127.0.0.1", @PORT@), timeout=2); escaped("local port")
with trying():
    one = socket.socket(socket.AF_UNIX); one.connect("\\0" + "@SOCKET@"); escaped("abstract socket")
with trying():
    one = socket.socket(socket.AF_UNIX); one.connect("@SOCKET@"); escaped("socket with a path")
with trying():
    socket.gethostbyname("example.org"); escaped("names of machines")
with trying():
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("9.9.9.9", 53)); escaped("UDP")
for family, kind in ((40, 1), (17, 3), (16, 3), (38, 5), (2, 3), (10, 3)):
    with trying():
        socket.socket(family, kind); escaped(f"sockets of family {family}, kind {kind}")
"""
)
CALLS = (
    TRIES
    + """
import ctypes
call = ctypes.CDLL(None, use_errno=True).syscall
page = ctypes.create_string_buffer(4096)
# numbers of x86-64; elsewhere these are other calls, and the C library's functions below are what counts
numbers = dict(ptrace=101, mount=165, umount2=166, pivot_root=155, chroot=161, unshare=272, setns=308, keyctl=250,
    add_key=248, request_key=249, bpf=321, io_uring_setup=425, userfaultfd=323, perf_event_open=298, memfd_create=319,
    shmget=29, kexec_load=246, init_module=175, open_by_handle_at=304, process_vm_readv=310, pidfd_getfd=438,
    fsopen=430, open_tree=428, mount_setattr=442, personality=135, swapon=167, reboot=169, acct=163, quotactl=179)
if os.uname().machine == "x86_64":
    for name, number in numbers.items():
        if name != "personality" and call(number, page, page, 0, 0, 0) >= 0:
            escaped(name)
libc = ctypes.CDLL(None)
for flag in (0x10000000, 0x20000000, 0x20000, 0x8000000, 0x4000000, 0x40000000):
    if libc.unshare(flag) == 0:
        escaped(f"unshare {flag:x}")
    if os.uname().machine == "x86_64":
        child = call(56, flag | 17, 0, 0, 0, 0)
        if child == 0:
            os._exit(0)
        if child > 0:
            escaped(f"clone {flag:x}")
if libc.mount(b"tmpfs", b"/work", b"tmpfs", 0, None) == 0:
    escaped("mount")
"""
)
RIGHTS = (
    TRIES
    + """
import ctypes, resource, subprocess, glob, stat
with trying():
    os.setuid(0); escaped("setuid")
with trying():
    os.setgroups([0]); escaped("setgroups")
if ctypes.CDLL(None).prctl(39, 0, 0, 0, 0) != 1:
    escaped("new privileges")
for path in glob.glob("/usr/bin/*"):
    with trying():
        if os.stat(path).st_mode & stat.S_ISUID:
            command = [path, "-c", "id -u"]
            found = subprocess.run(command, capture_output=True, text=True, timeout=2, stdin=subprocess.DEVNULL)
            if found.stdout.strip() == "0":
                escaped(path)
for name in ("AS", "NPROC", "FSIZE", "CPU", "NOFILE"):
    kind = getattr(resource, f"RLIMIT_{name}")
    soft, hard = resource.getrlimit(kind)
    with trying():
        resource.setrlimit(kind, (soft, hard + 1)); escaped(f"limit {kind}")
    for number in (1, os.getppid()):
        with trying():
            resource.prlimit(number, resource.RLIMIT_NOFILE, (1, 1)); escaped("the limits of others")
with trying():
    os.nice(-5); escaped("nice")
with trying():
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)); escaped("real time")
"""
)
WRITES = (
    TRIES
    + """
import shutil, sysconfig, numpy, return_to_dust
from pathlib import Path
paths = sysconfig.get_paths()
places = ["/", "/usr", "/usr/bin", "/etc", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/home", "/root", "/fonts", "/run",
    paths["purelib"], paths["stdlib"], sys.prefix, Path(return_to_dust.__file__).parent, *@PLACES@]
for place in places:
    with trying():
        Path(place, "@LEFT@").write_text("x"); escaped(f"writes in {place}")
for path in (numpy.__file__, return_to_dust.__file__, sys.executable):
    with trying():
        os.utime(path); escaped(f"touches {path}")
    with trying():
        open(path, "ab"); escaped(f"opens {path}")
    with trying():
        os.remove(path); escaped(f"removes {path}")
    with trying():
        os.chmod(path, 0o777); escaped(f"opens {path} to all")
for name in ("mem", "kmem", "kmsg", "sda", "vda", "nvme0n1", "loop-control", "fuse", "kvm", "net/tun", "vsock"):
    with trying():
        open("/dev/" + name, "rb"); escaped("/dev/" + name)
with trying():
    os.mknod("node", 0o600 | 0x6000, os.makedev(8, 0)); escaped("makes devices")
for name in ("sysrq-trigger", "sys/kernel/core_pattern", "sys/kernel/hostname"):
    with trying():
        open("/proc/" + name, "w").write("x"); escaped("/proc/" + name)
"""
)
LINKS = f"""
import os
os.symlink("/etc/passwd", "{LEFT}-link"); os.symlink("/", "{LEFT}-root")
open("{LEFT}-file", "w").write("x"); os.link("{LEFT}-file", "{LEFT}-hard"); os.mkfifo("{LEFT}-pipe")
for target in ("/usr/bin/su", "/usr/bin/sudo"):
    try: os.link(target, "su")
    except OSError: pass
"""
STAYS = f"""
import os
def daemon():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            loop = "while true; do sleep 0.2; echo x >> {LEFT}; done"
            os.execve("/bin/sh", ["{LEFT}", "-c", loop], {{"{LEFT}": "1"}})
        os._exit(0)
daemon()
def twice(number):
    daemon()
    return 5
"""
FORKS = """
import os, threading, time
for _ in range(300):
    try:
        if os.fork() == 0:
            while True:
                try:
                    os.fork()
                    threading.Thread(target=time.sleep, args=(50,)).start()
                except (OSError, RuntimeError):
                    time.sleep(0.2)
    except OSError:
        break
"""
#: It hears no interruption, so that a machine which hands out memory slowly sees it grow all the same.
MEMORY = """
import time
kept, ends = [], time.monotonic() + 9
while time.monotonic() < ends:
    try:
        kept += [b"x" * 100_000_000] if len(kept) < 12 else []
        time.sleep(0.01)
    except BaseException:
        pass
"""
UNCOUNTED = """
import ctypes, os
libc = ctypes.CDLL(None)
for number in range(400):
    if libc.memfd_create(b"x", 0) >= 0 or libc.shmget(0, 1 << 26, 0o1600) >= 0:
        print("ESCAPED memory that nobody is charged for")
        break
"""
OUTPUT = """
import os, sys, subprocess
line = "x" * 1_000_000
for _ in range(100):
    print(line); print(line, file=sys.stderr); os.write(1, line.encode())
for _ in range(20):
    display({"text/html": line}, raw=True)
try:
    subprocess.run(["head", "-c", "100000000", "/dev/zero"], timeout=5)
except Exception as error:
    print(type(error))
"""
KILLS = """
import os, time
if os.fork() == 0:
    os.kill(-1, 9)
    os._exit(0)
time.sleep(9)
"""
KILLS_PARENT = """
import os
for one in (1, os.getppid()):
    for number in (9, 15, 2, 19):
        try:
            os.kill(one, number)
        except OSError:
            pass
"""
SHUT = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))\n"
ENDLESS = SHUT + "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
FILLS = """
import os
for number in range(1000):
    try:
        open(f"fill-{number}", "wb").write(b"x" * 30_000_000)
    except OSError:
        break
for place in ("/dev/shm/x", "/tmp/x", "/fonts/x"):
    try: open(place, "wb").write(b"x" * 1_000_000); print("ESCAPED", place)
    except OSError: pass
for number in range(10_000):
    try: open(f"file-{number}", "w").close()
    except OSError: break
"""

MACHINE = {
    "sockets": Attack(SOCKETS),
    "system_calls": Attack(CALLS),
    "rights": Attack(RIGHTS),
    "writes": Attack(WRITES),
    "links": Attack(LINKS),
    "stays": Attack(STAYS),
    "fork_bomb": Attack(FORKS),
    "fork_bomb_in_a_test": Attack("def twice(number):\n    " + FORKS.replace("\n", "\n    ")),
    "memory_bomb": Attack(MEMORY, notice="memory"),
    "uncounted_memory": Attack(UNCOUNTED),
    "output": Attack(OUTPUT, notice=""),
    "endless": Attack("while True: pass"),
    "endless_and_deaf": Attack(ENDLESS, notice="not-interrupted"),
    "endless_in_a_test": Attack(SHUT + "def twice(number):\n    while True: pass"),
    "exits": Attack("import os\nos._exit(0)", notice="kernel-died"),
    "exits_in_a_test": Attack("import os, sys\ndef twice(number): os._exit(0)", "def shout(text): sys.exit(0)"),
    "kills_all": Attack(KILLS, notice="kernel-died"),
    "kills_its_parent": Attack(KILLS_PARENT),
    "kills_all_in_a_test": Attack("import os\ndef twice(number): os.kill(-1, 9)"),
    "closes_everything": Attack("import os\nos.closerange(0, 512)", notice="kernel-died"),
    "stuck_output": Attack("import os\nos.dup2(os.open('/usr/bin/env', os.O_RDONLY), 1)", notice="kernel-died"),
    "fills_the_disk": Attack(FILLS),
    "crashes": Attack("import ctypes\nctypes.string_at(0)", notice="kernel-died"),
}

#: What functions give back to crash or to occupy who reads it.
VALUES = {
    "ten_million_digits": "1 << 33_000_000",
    "contains_itself": "(lambda l: l.append(l) or l)([])",
    "long_text": "'x' * 300_000_000",
    "endless_items": "iter(int, 1)",
    "colliding_keys": "{number * (2**61 - 1): 0 for number in range(1, 100_001)}",
    "not_a_number_keys": "{float('nan'): number for number in range(100)}",
    "half_characters": "'\\ud800' * 10",
    "large_frame": "pd.DataFrame({'a': range(10_000_000)})",
    "own_elements": "pd.Series([type('Own', (), {'__eq__': lambda *_: True})()])",
    "deep_list": "__import__('functools').reduce(lambda inner, _: [inner], range(100_000), 0)",
    "large_set": "set(range(2_000_000))",
    "broadcast_array": "np.broadcast_to(np.float64(862), (10**9,))",
    "object_array": "np.array([object()] * 10, dtype=object)",
    "strange_period": "pd.Period(ordinal=2**62, freq='ns')",
    "lambda_in_a_list": "[lambda number: 862]",
}
MACHINE |= {
    f"returns_{name}": Attack(f"def twice(number): return {value}", f"share = rows = {value}")
    for name, value in VALUES.items()
    if name not in ("long_text", "deep_list", "endless_items")
} | {
    f"returns_{name}": Attack(f"def twice(number): return {value}")
    for name, value in VALUES.items()
    if name in ("long_text", "deep_list", "endless_items")
}
