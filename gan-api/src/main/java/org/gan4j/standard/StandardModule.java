package org.gan4j.standard;

import org.gan4j.api.plugin.GanModule;
import org.gan4j.standard.conditional.CaptionedGenerator;
import org.gan4j.standard.conditional.CaptionedPrior;
import org.gan4j.standard.conditional.ClassMaps;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.initializer.He;
import org.gan4j.standard.initializer.Marginals;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.initializer.Sparse;
import org.gan4j.standard.initializer.Uniform;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Dropout;
import org.gan4j.standard.layer.Flatten;
import org.gan4j.standard.layer.GaussianNoise;
import org.gan4j.standard.layer.Maxout;
import org.gan4j.standard.layer.Reshape;
import org.gan4j.standard.layer.Sequence;
import org.gan4j.standard.layer.activation.Identity;
import org.gan4j.standard.layer.activation.LeakyRelu;
import org.gan4j.standard.layer.activation.Relu;
import org.gan4j.standard.layer.activation.Scale;
import org.gan4j.standard.layer.activation.Sigmoid;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.layer.convolution.Deconvolution;
import org.gan4j.standard.layer.convolution.Downsample;
import org.gan4j.standard.layer.convolution.MaxPool;
import org.gan4j.standard.layer.convolution.MaxoutConvolution;
import org.gan4j.standard.layer.convolution.Residual;
import org.gan4j.standard.layer.convolution.Upsample;
import org.gan4j.standard.layer.normalization.BatchNorm;
import org.gan4j.standard.layer.normalization.InstanceNorm;
import org.gan4j.standard.layer.normalization.LayerNorm;
import org.gan4j.standard.layer.normalization.MinibatchDeviation;
import org.gan4j.standard.layer.normalization.SpectralNorm;
import org.gan4j.standard.net.InstanceNoise;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.net.LayersGenerator;
import org.gan4j.standard.net.MaxoutDiscriminator;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.net.NoDropoutForGenerator;
import org.gan4j.standard.net.SpectralDiscriminator;
import org.gan4j.standard.net.StackedGenerator;
import org.gan4j.standard.net.energy.AutoEncoder;
import org.gan4j.standard.net.image.DcganDiscriminator;
import org.gan4j.standard.net.image.DcganGenerator;
import org.gan4j.standard.net.image.ResidualDiscriminator;
import org.gan4j.standard.net.image.ResidualGenerator;
import org.gan4j.standard.net.packing.PackedDiscriminator;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Each;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.optimizer.RmsProp;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.optimizer.average.MovingAverage;
import org.gan4j.standard.optimizer.average.PolyakAveraging;
import org.gan4j.standard.optimizer.limit.ClipGradient;
import org.gan4j.standard.optimizer.limit.ClipWeights;
import org.gan4j.standard.optimizer.limit.MaxNorm;
import org.gan4j.standard.optimizer.limit.Shrinkage;
import org.gan4j.standard.optimizer.rate.CosineDecay;
import org.gan4j.standard.optimizer.rate.HalvingDecay;
import org.gan4j.standard.optimizer.rate.LinearDecay;
import org.gan4j.standard.prior.CodedPrior;
import org.gan4j.standard.prior.GaussianPrior;
import org.gan4j.standard.prior.SphericalPrior;
import org.gan4j.standard.prior.UniformPrior;
import org.gan4j.standard.schedule.Algorithm1;
import org.gan4j.standard.schedule.Cycle;
import org.gan4j.standard.schedule.GeneratorAhead;
import org.gan4j.standard.schedule.InterruptedAlgorithm1;
import org.gan4j.standard.schedule.Simultaneous;
import org.gan4j.standard.schedule.WarmUp;
import org.gan4j.standard.term.GradientScale;

/**
 * The standard layers, initializers, priors, schedules, optimizers and nets; this module is found in the same way as
 * any plug-in's.
 */
public final class StandardModule extends GanModule {
    @Override
    protected void configure() {
        layer("dense", Dense.class);
        layer("maxout", Maxout.class);
        layer("dropout", Dropout.class);
        layer("noise", GaussianNoise.class);
        layer("reshape", Reshape.class);
        layer("flatten", Flatten.class);
        layer("conv", Convolution.class);
        layer("maxout-conv", MaxoutConvolution.class);
        layer("deconv", Deconvolution.class);
        layer("max-pool", MaxPool.class);
        layer("upsample", Upsample.class);
        layer("downsample", Downsample.class);
        layer("residual", Residual.class);
        layer("batch-norm", BatchNorm.class);
        layer("layer-norm", LayerNorm.class);
        layer("instance-norm", InstanceNorm.class);
        layer("spectral-norm", SpectralNorm.class);
        layer("minibatch-deviation", MinibatchDeviation.class);
        layer("sequence", Sequence.class);
        layer("relu", Relu.class);
        layer("leaky-relu", LeakyRelu.class);
        layer("tanh", Tanh.class);
        layer("sigmoid", Sigmoid.class);
        layer("identity", Identity.class);
        layer("scale", Scale.class);

        initializer("uniform", Uniform.class);
        initializer("normal", Normal.class);
        initializer("glorot", Glorot.class);
        initializer("he", He.class);
        initializer("constant", Constant.class);
        initializer("marginals", Marginals.class);
        initializer("sparse", Sparse.class);

        prior("uniform", UniformPrior.class);
        prior("gaussian", GaussianPrior.class);
        prior("spherical", SphericalPrior.class);
        prior("captioned", CaptionedPrior.class);
        prior("coded", CodedPrior.class);

        schedule("algorithm-1", Algorithm1.class);
        schedule("simultaneous", Simultaneous.class);
        schedule("generator-ahead", GeneratorAhead.class);
        schedule("interrupted", InterruptedAlgorithm1.class);
        schedule("cycling", Cycle.class);
        schedule("warm-up", WarmUp.class);

        optimizer("sgd", Sgd.class);
        optimizer("momentum", Momentum.class);
        optimizer("adam", Adam.class);
        optimizer("rmsprop", RmsProp.class);
        optimizer("each", Each.class);
        optimizer("linear-decay", LinearDecay.class);
        optimizer("cosine-decay", CosineDecay.class);
        optimizer("halving-decay", HalvingDecay.class);
        optimizer("clip-gradient", ClipGradient.class);
        optimizer("clip-weights", ClipWeights.class);
        optimizer("shrinking", Shrinkage.class);
        optimizer("max-norm", MaxNorm.class);
        optimizer("polyak-averaging", PolyakAveraging.class);
        optimizer("moving-average", MovingAverage.class);

        generator("mlp", MlpGenerator.class);
        discriminator("mlp", MlpDiscriminator.class);
        generator("layers", LayersGenerator.class);
        generator("stacked", StackedGenerator.class);
        generator("captioned", CaptionedGenerator.class);
        discriminator("class-maps", ClassMaps.class);
        discriminator("maxout", MaxoutDiscriminator.class);
        discriminator("instance-noise", InstanceNoise.class);
        discriminator("spectral-norm", SpectralDiscriminator.class);
        discriminator("no-dropout-for-generator", NoDropoutForGenerator.class);
        discriminator("packed", PackedDiscriminator.class);
        discriminator("layers", LayersDiscriminator.class);
        generator("dcgan", DcganGenerator.class);
        discriminator("dcgan", DcganDiscriminator.class);
        generator("residual", ResidualGenerator.class);
        discriminator("residual", ResidualDiscriminator.class);
        discriminator("auto-encoder", AutoEncoder.class);

        term("gradient-scale", GradientScale.class);
    }
}
