"""Attacks on what students must not learn: tests, solutions, hidden cases, the gradebook, others' work, the marker."""

from hostile.attack import Attack

#: Prints everything it can read; `{places}` are folders that the attacker has guessed.
LOOKS = """
import os
from pathlib import Path
for top in [@PLACES@, "/home", "/root", "/tmp", "/work", "/srv", "/mnt", "/var", "/usr/local"]:
    for folder, inner, names in os.walk(top):
        inner[:] = [name for name in inner if name not in ("site-packages", "source_texts", "lib")]
        for name in names:
            if name.endswith((".ipynb", ".db", ".canary", ".json", ".txt")):
                try:
                    print(folder, name, Path(folder, name).read_bytes()[:100_000])
                except OSError as error:
                    print(folder, error)
"""
RUNS = """
from pathlib import Path
for place in [@PLACES@, "../../..", "../..", "..", ".", "/", "/work"]:
    for path in [*Path(place).glob("*/*/*.ipynb"), Path(place, "solutions/9_hostile/9_hostile.ipynb")]:
        get_ipython().run_line_magic("run", str(path))
"""
PROCESSES = """
import os, re
for number in [name for name in os.listdir("/proc") if name.isdigit()] + ["self"]:
    for name in ("environ", "cmdline", "maps", "mountinfo"):
        try:
            print(open(f"/proc/{number}/{name}", "rb").read()[:5000])
        except OSError:
            pass
for number in (1, os.getppid()):
    try:
        lines = open(f"/proc/{number}/maps").read().splitlines()
        with open(f"/proc/{number}/mem", "rb", 0) as memory:
            for line in lines:
                low, high = (int(part, 16) for part in line.split()[0].split("-"))
                memory.seek(low)
                print(re.findall(rb"[a-z-]+canary[a-z0-9-]*", memory.read(min(high - low, 1 << 24))))
    except (OSError, ValueError, OverflowError):
        pass
print(dict(os.environ))
"""
INSIDE = """
import gc, sys, linecache
mine = "BEGIN " + "HIDDEN"
def told(text):
    return type(text) is str and ("-can" + "ary" in text or mine in text)
for one in gc.get_objects():
    if type(one) in (list, tuple, dict):
        print(*[text for text in (one.values() if type(one) is dict else one) if told(text)], sep="", end="")
frame = sys._getframe()
while frame:
    print(list(frame.f_locals), [v for v in frame.f_locals.values() if type(v) in (str, dict, list)][:20])
    frame = frame.f_back
print(In, Out, list(linecache.cache.items())[-20:])
"""
RECORDS = """
import os, mmap, struct
shared = mmap.mmap(-1, 4096)
seen = []
open("/work/seen.txt", "w").close()
reader, writer = os.pipe()
if os.fork() == 0:
    os.setsid()
    while True:
        said = os.read(reader, 4096)
        open("recorded.txt", "ab").write(said)
        print("daemon", said, flush=True)
def record(value):
    seen.append(value)
    print("saw", value)
    text = repr(value).encode()
    shared[:len(text)] = text
    os.write(writer, text)
    os.write(1, text)
    open("/work/seen.txt", "ab").write(text)
def told():
    return seen, shared[:60].rstrip(b"\\0").decode(), open("/work/seen.txt").read()
def twice(number):
    before = told()
    record(number)
    return str(before)
"""
LATER = "print(told())\nimport time; time.sleep(0.3)\nprint(told(), os.listdir('.'))"

SECRETS = {
    "looks_around": Attack(LOOKS),
    "runs_solutions": Attack(RUNS),
    "looks_at_processes": Attack(PROCESSES),
    "looks_inside": Attack(INSIDE, last=INSIDE),
    "records": Attack(
        RECORDS, "def shout(text):\n    before = told()\n    record(text)\n    return str(before)", LATER
    ),
    "raises_what_it_saw": Attack(
        "def twice(number): raise type(f'Saw{number}', (Exception,), {})(f'saw {number}')",
        "def shout(text): raise type('Saw' + text.title().replace(' ', ''), (Exception,), {})(text)",
    ),
    "returns_what_cannot_be_sent": Attack(
        "def twice(number): return type(f'Saw{number}', (), {})()",
        "def shout(text): return type('Saw' + text.title().replace(' ', ''), (), {})()",
    ),
    "returns_the_last_case": Attack(
        "last = [0]\ndef twice(number):\n    last.append(number)\n    return last[-2]",
        "def shout(text):\n    last.append(text)\n    return last[-2]",
    ),
    "names_an_error_by_the_case": Attack(
        "import builtins\n"
        "kinds = [k for k in vars(builtins).values() if isinstance(k, type) and issubclass(k, Exception)]\n"
        "def twice(number): raise kinds[number % 30]('x')",
    ),
    "takes_names_away": Attack(
        "import builtins\nclass Names(dict): pass\nget_ipython().user_ns.pop('twice')",
        "import return_to_dust.examine.student as s\n"
        "s.Snapshot._answer = lambda self, q, b: ({'cannot': 'saw ' + str(q) + b.decode()}, b'')",
    ),
}
