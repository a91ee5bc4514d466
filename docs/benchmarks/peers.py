"""One training step of one pair of nets: gan4j beside JAX, TensorFlow for Python and PyTorch, in turns, in one run.

    mvn -q package -DskipTests                       # the benchmark's class is among the tests, which are compiled by it
    python docs/benchmarks/peers.py mnist            # or toy; needs those of jax, tensorflow and torch that are to be compared

mnist: G 100-1200-1200-784 (rectifiers, sigmoid) against D 784-maxout 240x5-maxout 240x5-1 (dropout 0.8, 0.5, 0.5), batch 100,
momentum 0.5. toy: G 16-128-128-2 against D 2-128-128-1 (rectifiers, leaky in D), batch 256, Adam. Both: both players move at once at
the same weights, non-saturating loss, two threads, random data: only the time counts. Each side is a process of its own and runs a
window of steps when it is asked; while one side runs, the others wait, and they take turns, so all see the same noise of the machine.
A side that is not installed is left out. gan4j also sums its training signals in every step; the others compute none.
"""

import importlib.util
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = 11
SIDES = [
    ("gan4j", "float32"), ("gan4j", "bfloat16"),
    ("jax", "float32"), ("jax", "bfloat16"),
    ("tensorflow", "float32"), ("tensorflow", "bfloat16"), ("tensorflow-xla", "float32"),
    ("torch", "float32"), ("torch", "bfloat16"), ("torch-compiled", "float32"), ("torch-compiled", "bfloat16"),
]
PAIRS = {
    "mnist": {"g": [100, 1200, 1200, 784], "d": [784, 240, 240, 1], "pieces": 5, "batch": 100, "steps": 20},
    "toy": {"g": [16, 128, 128, 2], "d": [2, 128, 128, 1], "pieces": 0, "batch": 256, "steps": 200},
}


def jax_step(pair, half):
    import jax
    import jax.numpy as np
    import numpy

    product = np.bfloat16 if half else np.float32
    batch, pieces = pair["batch"], pair["pieces"]

    def dot(x, w):
        return np.matmul(x.astype(product), w.astype(product)).astype(np.float32)

    def weights(sizes, by):
        random = numpy.random.default_rng(1)
        ends = [b * by if i < len(sizes) - 2 else b for i, b in enumerate(sizes[1:])]
        return [(random.uniform(-0.05, 0.05, (a, b)).astype("float32"), numpy.zeros(b, "float32")) for a, b in zip(sizes, ends)]

    def g(w, z):
        for m, b in w[:-1]:
            z = jax.nn.relu(dot(z, m) + b)
        z = dot(z, w[-1][0]) + w[-1][1]
        return jax.nn.sigmoid(z) if pieces else z

    def d(w, x, key):
        keys = jax.random.split(key, 3)
        for i, (m, b) in enumerate(w):
            if pieces:
                keep = 0.8 if i == 0 else 0.5
                x = x * jax.random.bernoulli(keys[i], keep, x.shape) / keep
            x = dot(x, m) + b
            if i < len(w) - 1:
                x = x.reshape(x.shape[0], pieces, -1).max(1) if pieces else jax.nn.leaky_relu(x, 0.2)
        return x

    def latent(key):
        return jax.random.uniform(key, (batch, pair["g"][0]), minval=-1, maxval=1) * 3**0.5 if pieces else jax.random.normal(key, (batch, pair["g"][0]))

    def move(w, s, grads, t):
        if pieces:
            s = jax.tree.map(lambda v, q: 0.5 * v - 0.1 * q, s, grads)
            return jax.tree.map(np.add, w, s), s
        first = jax.tree.map(lambda m, q: 0.9 * m + 0.1 * q, s[0], grads)
        second = jax.tree.map(lambda v, q: 0.999 * v + 0.001 * q * q, s[1], grads)
        rate = 0.001 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t)
        return jax.tree.map(lambda p, m, v: p - rate * m / (np.sqrt(v) + 1e-8), w, first, second), (first, second)

    @jax.jit
    def data():
        return np.array(numpy.random.default_rng(2).integers(0, 256, (50000, 784), "uint8"))

    def real(key, rows, at):
        if pieces:
            return rows[jax.lax.dynamic_slice(order, (at,), (batch,))].astype(np.float32) / 255
        angle = jax.random.uniform(key, (batch,)) * 2 * np.pi
        return np.stack([np.cos(angle), np.sin(angle)], 1) + 0.02 * jax.random.normal(key, (batch, 2))

    rows = data() if pieces else np.zeros(1)
    order = np.array(numpy.random.default_rng(3).permutation(50000))

    def step(state, key, rows, at):
        gw, dw, gs, ds, t = state
        kz, kd, kg, kx = jax.random.split(key, 4)
        z = latent(kz)

        def d_loss(dw):
            s = d(dw, np.concatenate([real(kx, rows, at), jax.lax.stop_gradient(g(gw, z))]), kd)
            return jax.nn.softplus(-s[:batch]).mean() + jax.nn.softplus(s[batch:]).mean()

        def g_loss(gw):
            return jax.nn.softplus(-d(dw, g(gw, z), kg)).mean()

        dgrad, ggrad = jax.grad(d_loss)(dw), jax.grad(g_loss)(gw)
        dw, ds = move(dw, ds, dgrad, t)
        gw, gs = move(gw, gs, ggrad, t)
        return gw, dw, gs, ds, t + 1

    compiled = jax.jit(step, donate_argnums=0)
    gw, dw = weights(pair["g"], 1), weights(pair["d"], max(1, pieces))
    zeros = lambda w: jax.tree.map(np.zeros_like, w)
    slots = (lambda w: zeros(w)) if pieces else (lambda w: (zeros(w), zeros(w)))
    state = [jax.tree.map(np.array, (gw, dw, slots(gw), slots(dw), np.float32(1)))]
    key = [jax.random.key(1)]
    at = [0]

    def one():
        key[0], sub = jax.random.split(key[0])
        state[0] = compiled(state[0], sub, rows, at[0])
        at[0] = (at[0] + batch) % 50000

    return one, lambda: jax.block_until_ready(state[0])


def tensorflow_step(pair, half, xla):
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(os.cpu_count())
    tf.config.threading.set_inter_op_parallelism_threads(os.cpu_count())
    batch, pieces = pair["batch"], pair["pieces"]

    def dot(x, w):
        return tf.cast(tf.matmul(tf.cast(x, tf.bfloat16), tf.cast(w, tf.bfloat16)), tf.float32) if half else tf.matmul(x, w)

    def weights(sizes, by):
        ends = [b * by if i < len(sizes) - 2 else b for i, b in enumerate(sizes[1:])]
        return [tf.Variable(v) for a, b in zip(sizes, ends) for v in (tf.random.uniform((a, b), -0.05, 0.05), tf.zeros(b))]

    gw, dw = weights(pair["g"], 1), weights(pair["d"], max(1, pieces))
    slots = {w.ref(): [tf.Variable(tf.zeros_like(w)) for _ in range(1 if pieces else 2)] for w in gw + dw}
    t = tf.Variable(1.0)
    rows = tf.cast(tf.random.uniform((50000, 784), 0, 256, tf.int32), tf.uint8)
    order = tf.random.shuffle(tf.range(50000))
    at = tf.Variable(0)

    def g(z):
        for i in range(0, len(gw) - 2, 2):
            z = tf.nn.relu(tf.nn.bias_add(dot(z, gw[i]), gw[i + 1]))
        z = tf.nn.bias_add(dot(z, gw[-2]), gw[-1])
        return tf.sigmoid(z) if pieces else z

    def d(x):
        for i in range(0, len(dw), 2):
            if pieces:
                x = tf.nn.dropout(x, 0.2 if i == 0 else 0.5)
            x = tf.nn.bias_add(dot(x, dw[i]), dw[i + 1])
            if i < len(dw) - 2:
                x = tf.reduce_max(tf.reshape(x, (x.shape[0], pieces, -1)), 1) if pieces else tf.nn.leaky_relu(x, 0.2)
        return x

    def move(w, q):
        s = slots[w.ref()]
        if pieces:
            tf.raw_ops.ResourceApplyKerasMomentum(var=w.handle, accum=s[0].handle, lr=0.1, grad=q, momentum=0.5)
        else:
            tf.raw_ops.ResourceApplyAdam(
                var=w.handle, m=s[0].handle, v=s[1].handle, beta1_power=0.9**t, beta2_power=0.999**t, lr=0.001, beta1=0.9,
                beta2=0.999, epsilon=1e-8, grad=q)

    @tf.function(jit_compile=xla)
    def step():
        if pieces:
            real = tf.cast(tf.gather(rows, tf.slice(order, [at], [batch])), tf.float32) / 255
            z = tf.random.uniform((batch, pair["g"][0]), -1, 1) * 3**0.5
        else:
            angle = tf.random.uniform((batch,)) * 6.2831853
            real = tf.stack([tf.cos(angle), tf.sin(angle)], 1) + 0.02 * tf.random.normal((batch, 2))
            z = tf.random.normal((batch, pair["g"][0]))
        fake = g(z)
        s = d(tf.concat([real, tf.stop_gradient(fake)], 0))
        d_loss = tf.reduce_mean(tf.nn.softplus(-s[:batch])) + tf.reduce_mean(tf.nn.softplus(s[batch:]))
        g_loss = tf.reduce_mean(tf.nn.softplus(-d(fake)))
        dq, gq = tf.gradients(d_loss, dw), tf.gradients(g_loss, gw)
        with tf.control_dependencies(dq + gq):
            for w, q in zip(dw + gw, dq + gq):
                move(w, q)
            at.assign((at + batch) % 50000)
            t.assign_add(1)

    return step, lambda: t.numpy()


def torch_step(pair, half, compiled):
    import torch
    from torch import nn

    torch.set_num_threads(os.cpu_count())
    torch.manual_seed(1)
    batch, pieces = pair["batch"], pair["pieces"]

    class Maxout(nn.Module):
        def __init__(self, width, units):
            super().__init__()
            self.affine = nn.Linear(width, units * pieces)

        def forward(self, x):
            y = self.affine(x)
            return y.view(y.shape[0], pieces, -1).max(1).values

    def inner(sizes, layer, between):
        layers = []
        for a, b in zip(sizes[:-2], sizes[1:-1]):
            layers += [layer(a, b), between()]
        return layers + [nn.Linear(sizes[-2], sizes[-1])]

    g_layers = inner(pair["g"], nn.Linear, nn.ReLU)
    if pieces:
        g = nn.Sequential(*g_layers, nn.Sigmoid())
        d = nn.Sequential(nn.Dropout(0.2), *inner(pair["d"], Maxout, lambda: nn.Dropout(0.5)))
        rule = lambda net: torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.5)
    else:
        g = nn.Sequential(*g_layers)
        d = nn.Sequential(*inner(pair["d"], nn.Linear, lambda: nn.LeakyReLU(0.2)))
        rule = lambda net: torch.optim.Adam(net.parameters(), lr=0.001)
    g_rule, d_rule = rule(g), rule(d)
    g_weights, d_weights = list(g.parameters()), list(d.parameters())
    rows, order, at = torch.randint(0, 256, (50000, 784), dtype=torch.uint8), torch.randperm(50000), [0]

    def losses(real, z):
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            fake = g(z)
            s = d(torch.cat([real, fake.detach().to(real.dtype)])).float()
            d_loss = nn.functional.softplus(-s[:batch]).mean() + nn.functional.softplus(s[batch:]).mean()
            g_loss = nn.functional.softplus(-d(fake).float()).mean()
        return d_loss, g_loss

    run = torch.compile(losses) if compiled else losses

    def step():
        if pieces:
            real = rows[order[at[0]:at[0] + batch]].float() / 255
            at[0] = (at[0] + batch) % 50000
            z = (torch.rand(batch, pair["g"][0]) * 2 - 1) * 3**0.5
        else:
            angle = torch.rand(batch) * 6.2831853
            real = torch.stack([angle.cos(), angle.sin()], 1) + 0.02 * torch.randn(batch, 2)
            z = torch.randn(batch, pair["g"][0])
        d_loss, g_loss = run(real, z)
        # Both gradients are taken at the same weights, before either player moves.
        g_grads = torch.autograd.grad(g_loss, g_weights, retain_graph=True)
        d_grads = torch.autograd.grad(d_loss, d_weights)
        for weight, gradient in zip(g_weights + d_weights, g_grads + d_grads):
            weight.grad = gradient
        g_rule.step()
        d_rule.step()

    return step, lambda: None


def serve(side, pair, precision):
    half = precision == "bfloat16"
    pair = PAIRS[pair]
    if side == "jax":
        step, finish = jax_step(pair, half)
    elif side.startswith("tensorflow"):
        step, finish = tensorflow_step(pair, half, side.endswith("xla"))
    else:
        step, finish = torch_step(pair, half, side.endswith("compiled"))
    for _ in range(pair["steps"]):
        step()
    finish()
    print("ready", flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter()
        for _ in range(pair["steps"]):
            step()
        finish()
        print((time.perf_counter() - begun) * 1000 / pair["steps"], flush=True)


class Side:
    """A process that runs a window of steps for each line on its standard input and answers with milliseconds a step."""

    def __init__(self, name, pair, precision):
        self.name = f"{name} {precision}"
        command = [sys.executable, __file__, "serve", name, pair, precision]
        if name == "gan4j":
            path = os.environ.get("GAN_CLASSES") or (
                f"{ROOT}/gan-experiments/target/gan/lib/*:{ROOT}/gan-tensorflow/target/test-classes")
            command = ["java", "-cp", path, "org.gan4j.tensorflow.StepBenchmark", "-", pair, precision]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.works = self.process.stdout.readline().startswith("ready")
        self.times = []

    def window(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def is_there(name):
    library = name.split("-")[0]
    return library == "gan4j" or importlib.util.find_spec(library) is not None


def main(pair, windows):
    sides = [Side(name, pair, precision) for name, precision in SIDES if is_there(name)]
    for side in [side for side in sides if not side.works]:
        print(f"{side.name}: does not start here")
    sides = [side for side in sides if side.works]
    for side in sides:
        side.window()
    for _ in range(windows):
        for side in sides:
            side.times.append(side.window())
    print(f"{pair}, {windows} windows of {PAIRS[pair]['steps']} steps, ms a step; load at the end {os.getloadavg()[0]:.1f}")
    for side in sides:
        ratios = [a / b for a, b in zip(side.times, sides[0].times)]
        print(
            f"{side.name:24s} {statistics.median(side.times):7.3f}  ({min(side.times):.3f} to {max(side.times):.3f})"
            f"   {statistics.median(ratios):.2f} times {sides[0].name}")
        side.process.stdin.close()
        side.process.wait()


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(*sys.argv[2:])
    else:
        main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else WINDOWS)
