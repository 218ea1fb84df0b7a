"""Shut the present process in: namespaces, mounts, limits, system calls. Linux only; used by the fork server.

System calls that Python has no function for go through the C library. Numbers are those of ``linux/sched.h``,
``linux/mount.h`` and ``linux/prctl.h``.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import signal
import socket
from pathlib import Path

from return_to_dust.sandbox.limits import Limits
from return_to_dust.sandbox.view import FONTS, WORK

NEW_USER, NEW_PID, NEW_MOUNT, NEW_IPC, NEW_UTS, NEW_NET = (
    0x10000000, 0x20000000, 0x20000, 0x8000000, 0x4000000, 0x40000000,
)  # fmt: skip
NEW_CGROUP = 0x2000000
READ_ONLY, NO_SUID, NO_DEVICES, NO_EXEC = 1, 2, 4, 8
SET_DUMPABLE, SET_CHILD_SUBREAPER, SET_NO_NEW_PRIVS = 4, 36, 38
DROP_BOUNDING = 24
MOST_CAPABILITIES = 64
#: System calls that no notebook needs and that past escapes went through, or with which memory is taken that no
#: process is charged for (`memfd_create`, `shmget`); they fail with EPERM.
DENIED = (
    "acct", "add_key", "bpf", "chroot", "clock_adjtime", "clock_settime", "delete_module", "fanotify_init",
    "finit_module", "fsconfig", "fsmount", "fsopen", "fspick", "init_module", "io_uring_enter", "io_uring_register",
    "io_uring_setup", "ioperm", "iopl", "kcmp", "kexec_file_load", "kexec_load", "keyctl", "lookup_dcookie", "mbind",
    "memfd_create", "memfd_secret", "migrate_pages", "mount", "mount_setattr", "move_mount", "move_pages", "msgget",
    "name_to_handle_at", "nfsservctl",
    "open_by_handle_at", "open_tree", "perf_event_open", "personality", "pidfd_getfd", "pivot_root",
    "process_madvise", "process_vm_readv", "process_vm_writev", "ptrace", "quotactl", "reboot", "request_key",
    "setdomainname", "sethostname", "setns", "settimeofday", "shmget", "swapoff", "swapon", "syslog", "umount",
    "umount2", "unshare", "userfaultfd", "vhangup",
)  # fmt: skip

#: The number of the system call ``clone``, by kind of processor.
CLONE = {"x86_64": 56, "aarch64": 220}.get(os.uname().machine, 0)

_libc = ctypes.CDLL(None, use_errno=True)
_python = ctypes.PyDLL(None, use_errno=True)  # the same, without letting go of Python's lock


def _checked(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def fork_apart() -> int:
    """Fork, as `os.fork`, into namespaces of its own: users, processes, mounts, network, messages.

    The child is the first process of these: when it ends, the system ends all others in them. Its user is that of the
    parent, once it has called `settle_in`. The C library is not told; it keeps locks only where there are threads.
    """
    if not CLONE:
        raise OSError(errno.ENOSYS, "clone: not known for this kind of processor")
    _python.PyOS_BeforeFork()
    apart = NEW_USER | NEW_PID | NEW_MOUNT | NEW_IPC | NEW_UTS | NEW_NET
    child = int(_python.syscall(ctypes.c_long(CLONE), ctypes.c_long(apart | signal.SIGCHLD), *[ctypes.c_long(0)] * 4))
    number = ctypes.get_errno()
    if child == 0:
        _python.PyOS_AfterFork_Child()
    else:
        _python.PyOS_AfterFork_Parent()
    if child < 0:
        raise OSError(number, f"clone: {os.strerror(number)}")
    return child


def settle_in(user: int, group: int) -> None:
    """Be the same user as outside, in the namespaces that `fork_apart` made, and of this name."""
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    with contextlib.suppress(OSError):  # a container's own filter may refuse it
        socket.sethostname("sandbox")


def furnish(limits: Limits) -> None:
    """Mount a private, limited working folder; show no processes but this room's, or none."""
    options = f"size={limits.scratch_mb}m,nr_inodes=20k,mode=0700"
    _mount("tmpfs", WORK, NO_SUID | NO_DEVICES, options)
    _mount("tmpfs", FONTS, NO_SUID | NO_DEVICES | READ_ONLY, "size=0")
    try:
        _mount("proc", "/proc", NO_SUID | NO_DEVICES | NO_EXEC)
    except OSError:  # the system may forbid it below bubblewrap's own
        _mount("tmpfs", "/proc", NO_SUID | NO_DEVICES | NO_EXEC | READ_ONLY, "size=0")


def _mount(kind: str, place: str, flags: int, options: str = "") -> None:
    result = _libc.mount(kind.encode(), place.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode())
    _checked(result, f"mount {place}")


def guard(*, closed: bool = True) -> None:
    """Keep other processes of the same user from looking into or tracing this one; or let them again."""
    _checked(_libc.prctl(SET_DUMPABLE, int(not closed), 0, 0, 0), "prctl")


def adopt() -> None:
    """Become the parent of all that descends from this process and loses its own parent, so that none is overlooked."""
    _checked(_libc.prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0), "prctl")


def drop_privileges() -> None:
    """Give up every capability, for good."""
    for capability in range(MOST_CAPABILITIES):
        _libc.prctl(DROP_BOUNDING, capability, 0, 0, 0)  # fails for numbers that the system does not know
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    _checked(_libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")
    _checked(_libc.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")


def system_call_filter() -> object:
    """Return a filter that refuses `DENIED` and new namespaces, to be loaded after a fork.

    Raises
    ------
    ImportError, RuntimeError
        If the system's library libseccomp is missing.
    """
    import pyseccomp as seccomp

    chosen = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in DENIED:
        try:
            chosen.add_rule(seccomp.ERRNO(errno.EPERM), name)
        except (OSError, ValueError):  # a call that this kind of processor does not have
            continue
    for flag in (NEW_USER, NEW_PID, NEW_MOUNT, NEW_IPC, NEW_UTS, NEW_NET, NEW_CGROUP):
        chosen.add_rule(seccomp.ERRNO(errno.EPERM), "clone", seccomp.Arg(0, seccomp.MASKED_EQ, flag, flag))
    # local sockets and those of the room's own, empty network; others, such as AF_VSOCK, know no namespace
    for call in ("socket", "socketpair"):
        chosen.add_rule(seccomp.ERRNO(errno.EAFNOSUPPORT), call, seccomp.Arg(0, seccomp.GT, socket.AF_INET))
    # 0 is the caller itself; the keeper of a room is of the same user
    chosen.add_rule(seccomp.ERRNO(errno.EPERM), "prlimit64", seccomp.Arg(0, seccomp.NE, 0))
    # the flags of clone3 lie in memory, where a filter cannot look: programs fall back to clone
    chosen.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    return chosen
