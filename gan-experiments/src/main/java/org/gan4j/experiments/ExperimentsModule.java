package org.gan4j.experiments;

import org.gan4j.api.ExperimentRunner;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.command.CompareCommand;
import org.gan4j.experiments.command.DataCommand;
import org.gan4j.experiments.command.DiffCommand;
import org.gan4j.experiments.command.DoctorCommand;
import org.gan4j.experiments.command.EvaluateCommand;
import org.gan4j.experiments.command.ExportCommand;
import org.gan4j.experiments.command.LossesCommand;
import org.gan4j.experiments.command.PluginsCommand;
import org.gan4j.experiments.command.RecipesCommand;
import org.gan4j.experiments.command.ReportCommand;
import org.gan4j.experiments.command.ReproduceCommand;
import org.gan4j.experiments.command.ResumeCommand;
import org.gan4j.experiments.command.RunsCommand;
import org.gan4j.experiments.command.SampleCommand;
import org.gan4j.experiments.command.SyncCommand;
import org.gan4j.experiments.command.TrainCommand;
import org.gan4j.experiments.command.UiCommand;
import org.gan4j.experiments.command.VerifyCommand;
import org.gan4j.experiments.data.Captioned;
import org.gan4j.experiments.data.FashionMini;
import org.gan4j.experiments.data.FashionMnist;
import org.gan4j.experiments.data.Gaussian1d;
import org.gan4j.experiments.data.Grid;
import org.gan4j.experiments.data.Mnist;
import org.gan4j.experiments.data.Ring;
import org.gan4j.experiments.data.Spiral;
import org.gan4j.experiments.data.image.Cifar10;
import org.gan4j.experiments.data.image.Tfd;
import org.gan4j.experiments.metric.Jsd;
import org.gan4j.experiments.metric.Modes;
import org.gan4j.experiments.metric.Parzen;
import org.gan4j.experiments.metric.Wasserstein;
import org.gan4j.experiments.mlflow.MlflowTracker;
import org.gan4j.experiments.recipe.FashionMiniRecipe;
import org.gan4j.experiments.recipe.Figure1Recipe;
import org.gan4j.experiments.recipe.Gaussian1dRecipe;
import org.gan4j.experiments.recipe.GridRecipe;
import org.gan4j.experiments.recipe.HelveticaRecipe;
import org.gan4j.experiments.recipe.MnistConditionalRecipe;
import org.gan4j.experiments.recipe.MnistRecipe;
import org.gan4j.experiments.recipe.RingRecipe;
import org.gan4j.experiments.recipe.SpiralRecipe;
import org.gan4j.experiments.recipe.published.Cifar10ConvolutionalRecipe;
import org.gan4j.experiments.recipe.published.Cifar10FullyConnectedRecipe;
import org.gan4j.experiments.recipe.published.MnistPaperCodeRecipe;
import org.gan4j.experiments.recipe.published.MnistPaperTextRecipe;
import org.gan4j.experiments.recipe.published.TfdPretrainRecipe;
import org.gan4j.experiments.recipe.published.TfdRecipe;
import org.gan4j.experiments.reproduce.Reproduction;
import org.gan4j.experiments.reproduce.conditional.Conditional;
import org.gan4j.experiments.reproduce.figure.Figure1;
import org.gan4j.experiments.reproduce.figure.Figure2;
import org.gan4j.experiments.reproduce.figure.Figure3;
import org.gan4j.experiments.reproduce.inference.Inference;
import org.gan4j.experiments.reproduce.inpainting.Inpainting;
import org.gan4j.experiments.reproduce.response.DFirst;
import org.gan4j.experiments.reproduce.response.Equilibrium;
import org.gan4j.experiments.reproduce.semisupervised.SemiSupervised;
import org.gan4j.experiments.reproduce.table.Table1;
import org.gan4j.experiments.reproduce.theory.Theory;
import org.gan4j.experiments.runner.LocalRunner;

/** What the program itself contributes; found as any plug-in's module is found. */
public final class ExperimentsModule extends GanModule {
    @Override
    protected void configure() {
        bind(ExperimentRunner.class).to(LocalRunner.class);

        command("train", TrainCommand.class);
        command("compare", CompareCommand.class);
        command("resume", ResumeCommand.class);
        command("evaluate", EvaluateCommand.class);
        command("sample", SampleCommand.class);
        command("export", ExportCommand.class);
        command("report", ReportCommand.class);
        command("runs", RunsCommand.class);

        recipe("gaussian-1d", Gaussian1dRecipe.class);
        recipe("figure-1", Figure1Recipe.class);
        recipe("ring", RingRecipe.class);
        recipe("helvetica", HelveticaRecipe.class);
        recipe("grid", GridRecipe.class);
        recipe("spiral", SpiralRecipe.class);
        recipe("fashion-mini", FashionMiniRecipe.class);
        recipe("mnist", MnistRecipe.class);
        recipe("mnist-conditional", MnistConditionalRecipe.class);
        recipe("mnist-paper-text", MnistPaperTextRecipe.class);
        recipe("mnist-paper-code", MnistPaperCodeRecipe.class);
        recipe("cifar-10-fully-connected", Cifar10FullyConnectedRecipe.class);
        recipe("cifar-10-convolutional", Cifar10ConvolutionalRecipe.class);
        recipe("tfd-pretrain", TfdPretrainRecipe.class);
        recipe("tfd", TfdRecipe.class);

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
        contribute(Reproduction.POINT, "conditional", Conditional.class);
        contribute(Reproduction.POINT, "inference", Inference.class);
        contribute(Reproduction.POINT, "semi-supervised", SemiSupervised.class);
        contribute(Reproduction.POINT, "inpainting", Inpainting.class);

        dataset("gaussian-1d", Gaussian1d.class);
        dataset("ring", Ring.class);
        dataset("grid", Grid.class);
        dataset("spiral", Spiral.class);
        dataset("fashion-mini", FashionMini.class);
        dataset("fashion-mnist", FashionMnist.class);
        dataset("mnist", Mnist.class);
        dataset("cifar-10", Cifar10.class);
        dataset("tfd", Tfd.class);
        dataset("captioned", Captioned.class);

        tracker("mlflow", MlflowTracker.class);

        metric("parzen", Parzen.class);
        metric("modes", Modes.class);
        metric("jsd", Jsd.class);
        metric("wasserstein", Wasserstein.class);
    }
}
