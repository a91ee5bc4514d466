package org.gan4j.experiments.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.reproduce.figure.Figure2;
import org.gan4j.experiments.reproduce.figure.Figure3;
import org.gan4j.experiments.reproduce.figure.NearestExample;
import org.gan4j.experiments.reproduce.section7.inference.Inference;
import org.gan4j.experiments.reproduce.section7.inference.InferenceResult;
import org.gan4j.experiments.reproduce.section7.inpainting.HiddenHalf;
import org.gan4j.experiments.reproduce.section7.inpainting.Inpainting;
import org.gan4j.experiments.reproduce.section7.inpainting.InpaintingResult;
import org.gan4j.experiments.reproduce.section7.semisupervised.SemiSupervised;
import org.gan4j.experiments.reproduce.section7.semisupervised.SemiSupervisedResult;
import org.gan4j.experiments.reproduce.table.Table1;
import org.gan4j.experiments.reproduce.table.Table1Result;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a Java program gets from the reproductions that look at a generator of images: one short run of clothes, asked for numbers. */
@Tag("tensorflow")
class ImageReproductionsTest {
    private static final Extensions EXTENSIONS = Extensions.onClassPath();

    @TempDir
    static Path folder;

    private static ReproductionRequest finished;

    @BeforeAll
    static void train() {
        ReproductionRequest training = ReproductionRequest.of(
                EXTENSIONS,
                folder,
                "steps=20",
                "eval.every=0",
                "generator.hidden=[16]",
                "discriminator.hidden=[16]",
                "runs=" + folder.resolve("runs"));
        List<RunFolder> runs = training.finished(training.experiments("fashion-mini"));
        finished = new ReproductionRequest(
                EXTENSIONS, training.runner(), runs, 0, List.of(), folder.resolve("reproduced"), line -> {});
    }

    @Test
    void figure_2_names_the_nearest_training_examples() {
        var result = new Figure2("").run(finished);
        assertThat(result.rows()).extracting(NearestExample::sample).containsExactly(4, 9, 14, 19);
        assertThat(result.rows()).allMatch(row -> row.squaredDistance() > 0 && row.neighbour() < 800);
        assertThat(result.files()).singleElement().satisfies(file -> assertThat(file)
                .exists());
        assertThat(result.verdict()).isEqualTo(Verdict.measuredOnly());
    }

    @Test
    void figure_3_writes_its_picture() {
        var result = new Figure3("", 2, 3).run(finished);
        assertThat(result.files()).singleElement().satisfies(file -> assertThat(file)
                .exists());
        assertThat(result.seed()).isEqualTo(1);
        assertThat(result.run()).isEqualTo(finished.runs().get(0).path());
    }

    @Test
    void table_1_has_our_row_under_the_papers() {
        Table1Result result = new Table1("", false).run(finished);
        assertThat(result.rows()).hasSize(5);
        assertThat(result.rows().get(3).value()).isEqualTo(225);
        assertThat(result.rows().get(4).source()).isEqualTo("ours");
        assertThat(result.rows().get(4).value()).isFinite();
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("numbers of different data"));
        assertThat(result.files().get(0)).content().contains("numbers of different data");
    }

    /** The uniform prior has the variance 1. An answer near 0 errs by about as much, and 10 updates do not find z. */
    @Test
    void inference_says_its_error_as_a_share_of_the_variance() {
        InferenceResult result = new Inference("", 8, 10, List.of(16)).run(finished);
        assertThat(result.variance()).isCloseTo(1, within(0.02));
        assertThat(result.share()).isCloseTo(result.error() / result.variance(), within(1e-12));
        assertThat(result.share()).isBetween(0.5, 2.0);
        assertThat(result.verdict().ruling()).isEqualTo(Verdict.Ruling.NOT_REPRODUCED);
    }

    @Test
    void semi_supervised_pairs_its_differences_by_draw() {
        SemiSupervisedResult result = new SemiSupervised("", List.of(20), 3, 10_000).run(finished);
        assertThat(result.test()).isEqualTo(100);
        assertThat(result.rows())
                .hasSize(3)
                .allMatch(row -> row.n() == 3 && row.accuracies().size() == 3);
        assertThat(result.rows().get(0).width()).isEqualTo(28 * 28);
        assertThat(result.differences().get(0).mean())
                .isCloseTo(result.rows().get(2).mean() - result.rows().get(0).mean(), within(1e-12));
        assertThat(result.differences().get(1).mean())
                .isCloseTo(result.rows().get(2).mean() - result.rows().get(1).mean(), within(1e-12));
    }

    @Test
    void inpainting_measures_each_filling_against_the_mean_image() {
        InpaintingResult result = new Inpainting("", HiddenHalf.LEFT, 200, 20, 0.3).run(finished);
        assertThat(result.rows()).hasSize(6).allMatch(row -> row.error() > 0);
        assertThat(result.rows().get(2).difference()).isZero();
        assertThat(result.rows().get(0).difference())
                .isCloseTo(result.rows().get(0).error() - result.rows().get(2).error(), within(1e-12));
        assertThat(result.images()).isEqualTo(20);
        assertThat(result.verdict().isReproduced())
                .isEqualTo(result.rows().get(0).difference() < 0 && result.imagesThatDiffer() > 0);
    }

    @Test
    void a_finished_run_takes_no_settings_and_one_run_is_used() {
        ReproductionRequest both = new ReproductionRequest(
                EXTENSIONS, finished.runner(), finished.runs(), 0, List.of("steps=7"), folder, line -> {});
        assertThatThrownBy(() -> new Figure2("").run(both))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "a finished run is looked at as it is; without --run, steps=7 would train a new one");
        RunFolder run = finished.runs().get(0);
        ReproductionRequest three = new ReproductionRequest(
                EXTENSIONS, finished.runner(), List.of(run, run, run), 0, List.of(), folder, line -> {});
        assertThatThrownBy(() -> new SemiSupervised("", List.of(20), 3, 10).plan(three))
                .hasMessageContaining("gan reproduce semi-supervised uses one run; 3 were given");
    }
}
