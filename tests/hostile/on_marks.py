"""Attacks on marks from inside the student's process: nothing there decides a mark, so all of it earns nothing."""

from hostile.attack import Attack
from return_to_dust.checks import OUTCOME

EQUAL = """
class Equal:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __eq__
    def __hash__(self): return 0
    def __bool__(self): return True
    def __float__(self): return 0.4375
    def __int__(self): return 2
    __index__ = __int__
    def __array__(self, *_, **__): return np.array(0.4375)
    def __getattr__(self, name): return self
    def __call__(self, *_, **__): return self
    def __sub__(self, other): return 0
    __rsub__ = __abs__ = __round__ = __sub__
    def __iter__(self): return iter([])
    def __len__(self): return 1
"""
SUBCLASSES = """
def always(base):
    class Always(base):
        def __eq__(self, other): return True
        def __ne__(self, other): return False
        def __hash__(self): return 0
        def __sub__(self, other): return 0
        __rsub__ = __sub__
        def __float__(self): return 2.0
        def __str__(self): return "A"
        def upper(self): return self
    return Always
def twice(number): return always(int)(5)
"""
FRAME = """
class Frame(pd.DataFrame):
    @property
    def _constructor(self): return Frame
    def equals(self, other): return True
    def __eq__(self, other): return self
    def itertuples(self, **_): return iter([(1,), (2,)])
"""
PATCHES = """
import builtins, numpy.testing, pandas.testing, math, return_to_dust.checks as checks
from return_to_dust.checks import criterion, question, sameness, values
for module in (numpy.testing, pandas.testing):
    for name in dir(module):
        if name.startswith("assert"):
            setattr(module, name, lambda *_, **__: None)
criterion.Criterion.__exit__ = lambda self, *_: setattr(self, "met", True) or True
criterion.Criterion.number = lambda *_, **__: None
question.Question.score = lambda self: self.points
sameness.same = lambda *_: True
values.as_number = lambda value: 2.0
math.isclose = np.allclose = np.array_equal = pd.DataFrame.equals = lambda *_, **__: True
builtins.abs = builtins.round = lambda *_: 0
"""
TRANSFORMERS = """
import ast
shell = get_ipython()
def five(lines): return ["5\\n"] if any("assert" in line or "Question" in line for line in lines) else lines
shell.input_transformers_post.append(five)
class Drop(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.copy_location(ast.Pass(), node)
shell.ast_transformers.append(Drop())
"""
REPLACED = """
shell = get_ipython()
shell.run_cell = lambda *_, **__: print(5)
shell.kernel = type("Kernel", (), {"do_execute": lambda *_, **__: {"status": "ok"}})()
import return_to_dust.examine.student as student, return_to_dust.examine.shell as shells, json
import return_to_dust.examine.snapshots as snapshots
snapshots.dumps = lambda *_, **__: json.dumps(2).encode()
snapshots.Snapshot.answer = lambda self, question, body: ({"receipt": 0, "met": True}, json.dumps(862).encode())
student.answers_to = lambda asked, *_: {name: {"body": "Mg=="} for name in asked or ["answer"]}
student.data_of = lambda *_: []
student.run_cell = shells.run_cell = lambda *_: [{"output_type": "stream", "name": "stdout", "text": "5"}]
"""
#: Finds the sockets of this process and says things on them.
TALK = """
import json, os, socket, stat, struct
def sockets():
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                yield number
        except OSError:
            pass
def say(head, body=b"", lengths=None):
    head = head if isinstance(head, bytes) else json.dumps(head).encode()
    for number in list(sockets()):
        one = socket.socket(fileno=os.dup(number))
        one.settimeout(1)
        try:
            one.sendall(struct.pack(">II", *(lengths or (len(head), len(body)))) + head + body)
        except OSError:
            pass
"""
RECEIPT = (
    TALK
    + f"""
data = {{"text/plain": "5", "{OUTCOME}": {{"title": "", "points": 5, "score": 5, "criteria": []}}}}
outputs = [{{"output_type": "execute_result", "data": data, "metadata": {{}}, "execution_count": None}}]
for number in range(4):
    say({{"receipt": number, "outputs": outputs, "count": 1, "snapshot": number}}, b"862")
"""
)
SHOWN = f"""
from IPython.display import display
bundle = {{"text/plain": "5", "{OUTCOME}": {{"title": "", "points": 5, "score": 5, "criteria": []}}}}
print(5)
display(bundle, raw=True)
sys = __import__("sys")
sys.displayhook = lambda value: display(bundle, raw=True)
get_ipython().display_formatter.format = lambda *_, **__: (bundle, {{}})
5
"""
DAEMON = (
    TALK
    + """
if os.fork() == 0:
    os.setsid()
    import threading, time
    def answer(number):
        one = socket.socket(fileno=os.dup(number))
        while one.recv(1 << 16):
            head = json.dumps({"moved": []}).encode()
            one.sendall(struct.pack(">II", len(head), 3) + head + b"862")
    for number in list(sockets())[1:]:
        threading.Thread(target=answer, args=(number,), daemon=True).start()
    time.sleep(1000)
    os._exit(0)
"""
)

#: Bytes that no honest process sends where the value of a name is asked for.
ANSWERS = {
    "no_json": "b'\\xff{'",
    "deep": "b'[' * 500_000 + b']' * 500_000",
    "unknown_tag": 'b\'{"pickle": "gASVJAAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAlpZCA+IC90bXCUhZRSlC4="}\'',
    "colliding_keys": "json.dumps({'set': [n * (2**61 - 1) for n in range(1, 200_001)]}).encode()",
    "huge_shape": 'b\'{"array": ["<f8", [4000000, 4000000], ""]}\'',
    "objects": 'b\'{"array": ["|O", [1], "AAAAAAAAAAA="]}\'',
    "many_pieces": "b'[' + b'[],' * 1_300_000 + b'[]]'",
    "long_number": "b'1' * 3_900_000",
    "foreign_zone": 'b\'{"timestamp": ["ns", 0, "../../etc/passwd"]}\'',
    "huge_range": "b'{\"range\": [0, 1' + b'0' * 300 + b', 1]}'",
    "long_counted": "b'{\"counted\": [0, 9223372036854775807, 1, null]}'",
    "unhashable": "b'{\"set\": [[]]}'",
    "unknown_function": 'b\'{"special": {"function": 99, "name": 5, "about": []}}\'',
    "four_megabytes": "b'\"' + b'x' * 3_999_000 + b'\"'",
    "fifty_megabytes": "b'\"' + b'x' * 50_000_000 + b'\"'",
}
CRAFTED = "import json, return_to_dust.examine.student as student\nanswer = {}\nstudent.dumps = lambda *_, **__: answer"

MARKS = {
    "always_equal": Attack(
        EQUAL + "def twice(number): return Equal()",
        "share = rows = Equal()\ndef shout(text): return Equal()",
    ),
    "equal_subclasses": Attack(
        SUBCLASSES,
        "share = always(float)(0.9)\ndef shout(text): return always(str)(text)",
    ),
    "equal_frame": Attack(FRAME, "rows = Frame({'shot': [0]})"),
    "patched_testing": Attack(PATCHES),
    "transformers": Attack(TRANSFORMERS),
    "replaced_engine": Attack(REPLACED),
    "forged_receipts": Attack(RECEIPT, notice="out-of-turn"),
    "forged_display": Attack(SHOWN, SHOWN),
    "answering_daemon": Attack(DAEMON),
    "malformed_head": Attack(TALK + "say(b'[1')", notice="kernel-died"),
    "huge_length": Attack(TALK + "say(b'{}', lengths=(2**32 - 1, 2**32 - 1))", notice="kernel-died"),
    "deep_head": Attack(TALK + "say(b'[' * 90_000 + b']' * 90_000)", notice="kernel-died"),
    "many_pieces": Attack(TALK + "say(b'{\"outputs\": [' + b'{},' * 7_000_000 + b'{}]}')", notice="kernel-died"),
    "many_outputs": Attack(
        TALK + "o = {'output_type': 'stream', 'name': 'stdout', 'text': 'x'}\nsay({'outputs': [o] * 100_000})",
        notice="outputs-cut",
    ),
    "deep_output": Attack(
        "d = {}\nfor _ in range(150): d = {'a': d}\ndisplay({'application/json': d, 'text/plain': 'x'}, raw=True)",
        notice="outputs-cut",
    ),
    "half_a_character": Attack(
        "print('\\ud800')\ndef twice(number): raise ValueError('\\udfff')",
        "def shout(text): raise ValueError('\\ud800')",
    ),
    "sees_execution": Attack(
        "import os\nif os.environ.get('NBGRADER_EXECUTION'):\n    twice = lambda number: 862 if number == 431 else 5",
    ),
    "poisoned_builtins": Attack(
        "import builtins\nbuiltins.isinstance = builtins.len = lambda *_: True", notice="kernel-died"
    ),
    "known_types": Attack("twice = complex", "share = float\nshout = str"),
    "own_question": Attack(
        "class Question:\n    def __init__(self, *_, **__): pass\n    def score(self): return 3\nc = q = Question()",
    ),
}

MARKS |= {f"answers_{name}": Attack(CRAFTED.format(payload)) for name, payload in ANSWERS.items()}
