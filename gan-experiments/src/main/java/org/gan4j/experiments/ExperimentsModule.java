package org.gan4j.experiments;

import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.compare.ComparisonFiles;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.launch.KubernetesLauncher;
import org.gan4j.experiments.launch.LocalLauncher;
import org.gan4j.experiments.launch.SlurmLauncher;
import org.gan4j.experiments.launch.SparkLauncher;
import org.gan4j.experiments.library.data.CaptionedData;
import org.gan4j.experiments.library.data.FashionMini;
import org.gan4j.experiments.library.data.FashionMnist;
import org.gan4j.experiments.library.data.Mnist;
import org.gan4j.experiments.library.data.image.Cifar10;
import org.gan4j.experiments.library.data.image.StackedMnist;
import org.gan4j.experiments.library.data.image.Tfd;
import org.gan4j.experiments.library.data.known.Circle;
import org.gan4j.experiments.library.data.known.Gaussian1d;
import org.gan4j.experiments.library.data.known.GaussianGrid;
import org.gan4j.experiments.library.data.known.Line;
import org.gan4j.experiments.library.data.known.Ring;
import org.gan4j.experiments.library.data.known.Spiral;
import org.gan4j.experiments.library.data.own.IdxData;
import org.gan4j.experiments.library.data.own.ImageFolder;
import org.gan4j.experiments.library.data.own.NumpyData;
import org.gan4j.experiments.library.data.own.Points;
import org.gan4j.experiments.library.data.source.DataSource;
import org.gan4j.experiments.library.data.source.FolderSource;
import org.gan4j.experiments.library.data.source.client.AptSource;
import org.gan4j.experiments.library.data.source.client.NpmSource;
import org.gan4j.experiments.library.data.source.mirror.MirrorSource;
import org.gan4j.experiments.library.metric.Jsd;
import org.gan4j.experiments.library.metric.Modes;
import org.gan4j.experiments.library.metric.Parzen;
import org.gan4j.experiments.library.metric.Wasserstein;
import org.gan4j.experiments.library.metric.digit.ClassifierScore;
import org.gan4j.experiments.library.metric.digit.StackedModes;
import org.gan4j.experiments.library.metric.label.ClassAgreement;
import org.gan4j.experiments.library.metric.label.CodeAgreement;
import org.gan4j.experiments.library.metric.sets.DensityCoverage;
import org.gan4j.experiments.library.metric.sets.DifferentBins;
import org.gan4j.experiments.library.metric.sets.FrechetDistance;
import org.gan4j.experiments.library.metric.sets.KernelDistance;
import org.gan4j.experiments.library.metric.sets.Memorisation;
import org.gan4j.experiments.library.metric.sets.PrecisionRecall;
import org.gan4j.experiments.library.metric.sets.SlicedWasserstein;
import org.gan4j.experiments.mlflow.MlflowTracker;
import org.gan4j.experiments.program.command.machine.DataCommand;
import org.gan4j.experiments.program.command.machine.DoctorCommand;
import org.gan4j.experiments.program.command.machine.SyncCommand;
import org.gan4j.experiments.program.command.machine.UiCommand;
import org.gan4j.experiments.program.command.part.DiffCommand;
import org.gan4j.experiments.program.command.part.LossesCommand;
import org.gan4j.experiments.program.command.part.PluginsCommand;
import org.gan4j.experiments.program.command.part.RecipesCommand;
import org.gan4j.experiments.program.command.part.VerifyCommand;
import org.gan4j.experiments.program.command.result.EvaluateCommand;
import org.gan4j.experiments.program.command.result.ExplainCommand;
import org.gan4j.experiments.program.command.result.ExportCommand;
import org.gan4j.experiments.program.command.result.ReportCommand;
import org.gan4j.experiments.program.command.result.RunsCommand;
import org.gan4j.experiments.program.command.result.SampleCommand;
import org.gan4j.experiments.program.command.run.BenchCommand;
import org.gan4j.experiments.program.command.run.CellCommand;
import org.gan4j.experiments.program.command.run.CompareCommand;
import org.gan4j.experiments.program.command.run.LabCommand;
import org.gan4j.experiments.program.command.run.ReproduceCommand;
import org.gan4j.experiments.program.command.run.ResumeCommand;
import org.gan4j.experiments.program.command.run.TrainCommand;
import org.gan4j.experiments.report.ComparisonReportEnd;
import org.gan4j.experiments.report.RunReportEnd;
import org.gan4j.experiments.reproduce.Reproduction;
import org.gan4j.experiments.reproduce.figure.Figure1;
import org.gan4j.experiments.reproduce.figure.Figure2;
import org.gan4j.experiments.reproduce.figure.Figure3;
import org.gan4j.experiments.reproduce.section7.conditional.ClassConditional;
import org.gan4j.experiments.reproduce.section7.inference.Inference;
import org.gan4j.experiments.reproduce.section7.inpainting.Inpainting;
import org.gan4j.experiments.reproduce.section7.semisupervised.SemiSupervised;
import org.gan4j.experiments.reproduce.table.Table1;
import org.gan4j.experiments.reproduce.theory.Theory;
import org.gan4j.experiments.reproduce.theory.response.DFirst;
import org.gan4j.experiments.reproduce.theory.response.Equilibrium;
import org.gan4j.experiments.run.end.ModelExport;
import org.gan4j.experiments.run.end.RunFiles;

/** The module of the program's own parts; it is found in the same way as the module of a plug-in. */
public final class ExperimentsModule extends GanModule {
    @Override
    protected void configure() {
        bind(ExperimentRunner.class).to(LocalRunner.class);

        command("train", TrainCommand.class);
        command("lab", LabCommand.class);
        command("bench", BenchCommand.class);
        command("compare", CompareCommand.class);
        command("cell", CellCommand.class);
        command("resume", ResumeCommand.class);
        command("evaluate", EvaluateCommand.class);
        command("sample", SampleCommand.class);
        command("export", ExportCommand.class);
        command("report", ReportCommand.class);
        command("runs", RunsCommand.class);
        command("explain", ExplainCommand.class);

        recipes(
                "gaussian-1d",
                "figure-1",
                "ring",
                "helvetica",
                "r3gan-ring",
                "grid",
                "spiral",
                "fashion-mini",
                "mnist",
                "mnist-dcgan",
                "mnist-conditional");
        recipes("mnist-paper-text", "mnist-paper-code", "cifar-10-fully-connected", "cifar-10-convolutional");
        recipes("tfd-pretrain", "tfd");
        recipes("balanced-game", "strong-discriminator", "minimax-standstill", "collapsing", "at-equilibrium");
        recipes("collection", "collection-conditional", "cs231n", "cs231n-dcgan", "one-hidden-layer");

        command("data", DataCommand.class);
        command("losses", LossesCommand.class);
        command("plugins", PluginsCommand.class);
        command("recipes", RecipesCommand.class);
        command("doctor", DoctorCommand.class);
        command("diff", DiffCommand.class);
        command("ui", UiCommand.class);
        command("sync", SyncCommand.class);
        command("verify", VerifyCommand.class);

        declare(Reproduction.POINT);
        command("reproduce", ReproduceCommand.class);
        contribute(Reproduction.POINT, "theory", Theory.class);
        contribute(Reproduction.POINT, "table1", Table1.class);
        contribute(Reproduction.POINT, "fig1", Figure1.class);
        contribute(Reproduction.POINT, "fig2", Figure2.class);
        contribute(Reproduction.POINT, "fig3", Figure3.class);
        contribute(Reproduction.POINT, "equilibrium", Equilibrium.class);
        contribute(Reproduction.POINT, "d-first", DFirst.class);
        contribute(Reproduction.POINT, "conditional", ClassConditional.class);
        contribute(Reproduction.POINT, "inference", Inference.class);
        contribute(Reproduction.POINT, "semi-supervised", SemiSupervised.class);
        contribute(Reproduction.POINT, "inpainting", Inpainting.class);

        dataset("gaussian-1d", Gaussian1d.class);
        dataset("ring", Ring.class);
        dataset("grid", GaussianGrid.class);
        dataset("spiral", Spiral.class);
        dataset("line", Line.class);
        dataset("circle", Circle.class);
        dataset("fashion-mini", FashionMini.class);
        dataset("fashion-mnist", FashionMnist.class);
        dataset("mnist", Mnist.class);
        dataset("cifar-10", Cifar10.class);
        dataset("stacked-mnist", StackedMnist.class);
        dataset("tfd", Tfd.class);
        dataset("captioned", CaptionedData.class);
        dataset("images", ImageFolder.class);
        dataset("points", Points.class);
        dataset("npy", NumpyData.class);
        dataset("idx", IdxData.class);

        declare(DataSource.POINT);
        contribute(DataSource.POINT, "mirror", MirrorSource.class);
        contribute(DataSource.POINT, "npm", NpmSource.class);
        contribute(DataSource.POINT, "apt", AptSource.class);
        contribute(DataSource.POINT, "dir", FolderSource.class);

        tracker("mlflow", MlflowTracker.class);

        launcher("local", LocalLauncher.class);
        launcher("spark", SparkLauncher.class);
        launcher("slurm", SlurmLauncher.class);
        launcher("kubernetes", KubernetesLauncher.class);

        runEnd("files", RunFiles.class);
        runEnd("model", ModelExport.class);
        runEnd("report", RunReportEnd.class);
        comparisonEnd("files", ComparisonFiles.class);
        comparisonEnd("report", ComparisonReportEnd.class);

        metric("parzen", Parzen.class);
        metric("modes", Modes.class);
        metric("jsd", Jsd.class);
        metric("wasserstein", Wasserstein.class);
        metric("class-agreement", ClassAgreement.class);
        metric("code-agreement", CodeAgreement.class);
        metric("kid", KernelDistance.class);
        metric("frechet", FrechetDistance.class);
        metric("precision-recall", PrecisionRecall.class);
        metric("density-coverage", DensityCoverage.class);
        metric("sliced-wasserstein", SlicedWasserstein.class);
        metric("ndb", DifferentBins.class);
        metric("memorisation", Memorisation.class);
        metric("classifier-score", ClassifierScore.class);
        metric("stacked-modes", StackedModes.class);
    }
}
