package org.gan4j.standard.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * (z, c): z from another prior, with the draws that it has alone, and after its values the codes: first the categories, each as one
 * 1 among zeros, then numbers from U(-1, 1).
 */
@About(
        value = "another prior's draws, and beside them codes: classes and numbers",
        source = "Chen et al. 2016, arXiv:1606.03657, section 7")
public record CodedPrior(
        @Param(value = "uniform", doc = "the prior of z") Prior of,

        @Param(value = "[10]", min = 2, doc = "numbers of classes, one for each category")
        List<Integer> categories,

        @Param(value = "0", min = 0, doc = "how many numbers from U(-1, 1) follow the categories")
        int continuous)
        implements Prior {
    public CodedPrior {
        categories = List.copyOf(categories);
        if (of.shape().rank() != 1) {
            throw new IllegalArgumentException("codes can stand beside a vector; the prior 'of' draws " + of.shape());
        }
        if (categories.isEmpty() && continuous == 0) {
            throw new IllegalArgumentException("there is no code: name a category, or at least one number");
        }
    }

    @Override
    public List<Code> codes() {
        List<Code> codes = new ArrayList<>(of.codes());
        categories.forEach(classes -> codes.add(Code.categorical(classes)));
        Stream.generate(Code::continuous).limit(continuous).forEach(codes::add);
        return List.copyOf(codes);
    }

    @Override
    public Shape shape() {
        int classes = categories.stream().mapToInt(Integer::intValue).sum();
        return Shape.of(of.shape().size() + classes + continuous);
    }

    @Override
    public <T> Expr<T> draw(Noise<T> noise) {
        Expr<T> z = of.draw(noise);
        List<T> parts = new ArrayList<>();
        parts.add(z.raw());
        categories.forEach(classes -> parts.add(CategoryDraw.of(noise, classes).raw()));
        if (continuous > 0) {
            parts.add(noise.uniform(Shape.of(continuous)).times(2).minus(1).raw());
        }
        return z.with(noise.algebra().concat(1, parts));
    }
}
