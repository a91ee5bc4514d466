package com.example.program;

import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.binding.Parameter;
import org.gan4j.registry.Extensions;

/** {@code gan parameters POINT NAME}. */
@Usage(
        value = "lists the parameters of a part",
        arguments = "POINT NAME",
        examples = {"gan parameters prior gaussian", "gan parameters layer maxout --required"})
public record ParametersCommand(
        @Param(value = "false", doc = "only those without a default")
        boolean required) implements Command {
    @Override
    public int run(Context context) {
        if (context.arguments().size() != 2) {
            throw new InvalidInput("", "name a point and a part, such as: prior gaussian");
        }
        String point = context.arguments().get(0);
        String name = context.arguments().get(1);
        List<Contribution> parts = Extensions.of(context).contributions(point);
        Contribution part = parts.stream()
                .filter(contribution -> contribution.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        name,
                        "no such " + point + ", "
                                + Nearest.hint(
                                        name,
                                        parts.stream().map(Contribution::name).toList())));
        List<Parameter> parameters = Parameter.of(part.type()).stream()
                .filter(parameter -> parameter.required() || !required)
                .toList();
        parameters.forEach(parameter -> context.print(parameter.name() + "  " + parameter.typeName() + "  "
                + parameter.declared().doc()));
        context.result(
                Map.of("parameters", parameters.stream().map(Parameter::name).toList()));
        return 0;
    }
}
