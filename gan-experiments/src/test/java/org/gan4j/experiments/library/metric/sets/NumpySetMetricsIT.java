package org.gan4j.experiments.library.metric.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.library.metric.KMeans;
import org.gan4j.experiments.library.metric.MemberMean;
import org.gan4j.experiments.library.metric.sets.DensityCoverage.Balls;
import org.gan4j.experiments.library.metric.sets.DifferentBins.Bins;
import org.gan4j.experiments.library.metric.sets.PrecisionRecall.Manifold;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics are what NumPy computes from their formulas, on three clouds: generated, held out and training. */
class NumpySetMetricsIT {
    private static final int WIDTH = 7;

    /** The formulas of the publications, without care for time and memory. */
    private static final String FORMULAS = """
            import json, sys
            import numpy as np
            from scipy import linalg, stats
            x, y, t = (np.loadtxt(name, delimiter=",") for name in ("x.csv", "y.csv", "t.csv"))
            n, d = x.shape
            k = lambda a, b: (a @ b.T / d + 1) ** 3
            h = k(x, x) + k(y, y) - k(x, y) - k(x, y).T
            np.fill_diagonal(h, 0)
            means = h.sum(1) / (n - 1)
            distance = lambda a, b: np.sqrt(((a[:, None] - b[None]) ** 2).sum(2))
            radius = lambda s, k: np.sort(distance(s, s), 1)[:, k]
            between = distance(y, x)
            balls = between <= radius(y, 5)[:, None]
            u = np.random.default_rng(5).normal(size=(d, 4000))
            u /= np.linalg.norm(u, axis=0)
            squares = ((np.sort(x @ u, 0) - np.sort(y @ u, 0)) ** 2).mean(0)
            c = t[:12]
            nearest = lambda s: distance(s, c).argmin(1)
            for step in range(20):
                bins = nearest(t)
                c = np.array([t[bins == b].mean(0) for b in range(12)])
            a, b = (np.bincount(nearest(s), minlength=12) / n for s in (x, y))
            pooled = (a + b) / 2
            z = abs(a - b) / np.sqrt(pooled * (1 - pooled) * 2 / n)
            i, j = np.mgrid[:n + 1, :n + 1]
            m = (i + j) / 2 / n
            # No member in either, or all in both, is no difference.
            rejected = np.abs(i - j) / n > stats.norm.isf(0.025) * np.sqrt(m * (1 - m) * 2 / n)
            mass = [stats.binom.pmf(np.arange(n + 1), n, share) for share in b]
            cx, cy = (np.cov(s, rowvar=False) for s in (x, y))
            root = linalg.sqrtm(cx @ cy)
            json.dump({
                "frechet": ((x.mean(0) - y.mean(0)) ** 2).sum() + np.trace(cx + cy - 2 * root).real,
                "ndb": (z > stats.norm.isf(0.025)).mean(),
                "ndb perfect": np.mean([p @ rejected @ p for p in mass]),
                "kid": means.mean(), "kid error": 2 * means.std(ddof=1) / np.sqrt(n),
                "precision": (between <= radius(y, 3)[:, None]).any(0).mean(),
                "recall": (between <= radius(x, 3)[None]).any(1).mean(),
                "density": balls.sum(0).mean() / 5, "coverage": balls.any(1).mean(),
                "sliced": np.sqrt(squares.mean()),
                "sliced error": squares.std() / np.sqrt(len(squares)) / 2 / np.sqrt(squares.mean()),
                "memorisation": (distance(x, t).min(1) < between.min(0)).mean(),
            }, sys.stdout)
            """;

    @TempDir
    Path folder;

    private PointSet cloud(String name, long seed, int count, double shift, double scale) throws Exception {
        Random random = new Random(seed);
        float[] values = new float[count * WIDTH];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (shift + scale * random.nextGaussian());
            text.append(values[i]).append(i % WIDTH == WIDTH - 1 ? "\n" : ",");
        }
        Files.writeString(folder.resolve(name), text);
        return new PointSet(values, WIDTH);
    }

    private JsonNode byNumpy() throws Exception {
        String python = System.getenv("GAN_PYTHON");
        if (python == null) {
            String reason = "GAN_PYTHON names no Python; it must have what .ci/requirements.txt lists";
            if ("required".equals(System.getenv("GAN_IT"))) {
                fail(reason);
            }
            Assumptions.abort(reason);
        }
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(python, "-c", FORMULAS)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return new ObjectMapper().readTree(out.toFile());
    }

    @Test
    void metrics_are_what_numpy_computes_from_their_formulas() throws Exception {
        PointSet x = cloud("x.csv", 1, 300, 0.3, 0.8);
        PointSet y = cloud("y.csv", 2, 300, 0, 1);
        PointSet training = cloud("t.csv", 3, 450, 0, 1);
        JsonNode numpy = byNumpy();

        MemberMean kid = KernelDistance.between(x, y);
        // Distances are sums of floats, about seven digits.
        assertThat(kid.value()).isEqualTo(numpy.get("kid").asDouble(), within(1e-6));
        assertThat(kid.error()).isEqualTo(numpy.get("kid error").asDouble(), within(1e-6));
        // The files hold about eight digits of a float.
        assertThat(FittedNormal.of(y).distance(x).value())
                .isEqualTo(numpy.get("frechet").asDouble(), within(1e-7));
        double[] shares = PrecisionRecall.shares(new Manifold(y), x);
        assertThat(shares[0]).isEqualTo(numpy.get("precision").asDouble());
        assertThat(shares[1]).isEqualTo(numpy.get("recall").asDouble());
        Balls balls = Balls.of(y, x);
        assertThat(balls.density().value()).isEqualTo(numpy.get("density").asDouble(), within(1e-9));
        assertThat(balls.coverage()).isEqualTo(numpy.get("coverage").asDouble());
        assertThat(Memorisation.Result.of(x.nearest(training), x.nearest(y), 450, 300)
                        .share())
                .isEqualTo(numpy.get("memorisation").asDouble());
        FloatTensor centroids = KMeans.centroids(new FloatTensor(Shape.of(450, WIDTH), training.values()), 12, 20);
        Bins bins = Bins.of(PointSet.of(centroids), y);
        assertThat(bins.different(x)).isEqualTo(numpy.get("ndb").asDouble(), within(1e-12));
        assertThat(bins.falseAlarms()).isEqualTo(numpy.get("ndb perfect").asDouble(), within(1e-9));
        // NumPy looks along directions of its own.
        MemberMean sliced = SlicedWasserstein.between(x, y);
        double error = Math.hypot(sliced.error(), numpy.get("sliced error").asDouble());
        assertThat(sliced.value()).isEqualTo(numpy.get("sliced").asDouble(), within(4 * error));
    }
}
