package org.gan4j.experiments.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.laws.Law;
import org.gan4j.api.laws.LossLaws;
import org.gan4j.api.plugin.ExtensionPoint;
import org.gan4j.api.plugin.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;

/** Checks the laws of losses: those that hold for every loss, and the closed forms that each states. */
@Usage(
        value = "the laws of a loss: derivative, batches, extreme logits, closed forms; exit code 1 if one is broken",
        arguments = "loss NAME [key=value...], or loss --all",
        examples = {
            "gan verify loss minimax",
            "gan verify loss blend share=0.25",
            "gan verify loss --all --json",
            "gan verify loss hinge --plugins my-plugins"
        })
public record VerifyCommand(
        @Param(value = "false", doc = "every loss at hand") boolean all) implements Command {
    private static final MathContext DIGITS = new MathContext(9);

    @Override
    public int run(Context context) {
        boolean passed = true;
        List<Map<String, ?>> documents = new ArrayList<>();
        for (ContributedLoss loss : losses(context)) {
            List<Law> laws = LossLaws.of(loss.loss());
            passed &= laws.stream().allMatch(Law::passed);
            print(context, loss.name(), laws);
            laws.forEach(law -> documents.add(document(loss.name(), law)));
        }
        context.result(Map.of("passed", passed, "laws", documents));
        return passed ? 0 : 1;
    }

    private List<ContributedLoss> losses(Context context) {
        List<String> arguments = context.arguments();
        String kind = arguments.isEmpty() ? "" : arguments.get(0);
        if (!kind.equals(ExtensionPoint.LOSS.id())) {
            throw new InvalidInput(kind, "say what to verify: loss NAME, or loss --all (" + names(context, kind) + ")");
        }
        List<String> rest = arguments.subList(1, arguments.size());
        if (all && rest.isEmpty()) {
            return ContributedLoss.all(context.extensions());
        } else if (all || rest.isEmpty()) {
            throw new InvalidInput("", "either the name of one loss or --all (" + names(context, "") + ")");
        }
        return List.of(ContributedLoss.of(context.extensions(), rest.get(0), rest.subList(1, rest.size())));
    }

    private static String names(Context context, String near) {
        return Nearest.hint(
                near,
                context.extensions().contributions(ExtensionPoint.LOSS.id()).stream()
                        .map(contribution -> contribution.name())
                        .toList());
    }

    private void print(Context context, String name, List<Law> laws) {
        for (Law law : laws) {
            if (!law.passed()) {
                context.print("BROKEN  " + law.law());
                context.print("        " + law.formula() + ": expected " + number(law.expected()) + " within "
                        + number(law.tolerance()) + ", measured " + number(law.measured()));
            } else if (!all) {
                context.print("ok      " + law.law() + " (" + law.formula() + "): " + number(law.measured()));
            }
        }
        long broken = laws.stream().filter(law -> !law.passed()).count();
        context.print(
                broken == 0
                        ? name + " keeps all " + laws.size() + " laws"
                        : name + " breaks " + broken + " of " + laws.size() + " laws");
    }

    /** Nine digits: more than any tolerance but that of doubles. */
    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString()
                : Double.toString(value);
    }

    private static Map<String, ?> document(String loss, Law law) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("loss", loss);
        document.put("law", law.law());
        document.put("formula", law.formula());
        document.put("expected", law.expected());
        document.put("measured", law.measured());
        document.put("tolerance", law.tolerance());
        document.put("passed", law.passed());
        return document;
    }
}
