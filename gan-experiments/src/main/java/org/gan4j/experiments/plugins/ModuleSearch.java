package org.gan4j.experiments.plugins;

import com.google.inject.Module;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;

/** Looks for a module's class on the class path, then in every unit, whether it has a service entry or not. */
record ModuleSearch(List<PluginArchive> units) implements ModuleFinder {
    ModuleSearch {
        units = List.copyOf(units);
    }

    @Override
    public Optional<Module> find(String className, String where, Problems problems) {
        try {
            Optional<Class<?>> type = type(className, where, problems);
            return type.isPresent() ? instance(type.get(), where, problems) : Optional.empty();
        } catch (LinkageError e) {
            problems.add(where, "module " + className + " cannot be loaded: " + FailureText.of(e));
            return Optional.empty();
        }
    }

    private Optional<Class<?>> type(String className, String where, Problems problems) {
        try {
            return Optional.of(Class.forName(className, false, ModuleSearch.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            List<PluginArchive> holders =
                    units.stream().filter(unit -> unit.holds(className)).toList();
            if (holders.size() > 1) {
                problems.add(
                        where,
                        "module " + className + " is in " + holders.get(0).name() + " and in "
                                + holders.get(1).name() + "; keep one of them");
                return Optional.empty();
            } else if (holders.isEmpty()) {
                problems.add(where, "there is no class " + className + ", " + hint(className));
                return Optional.empty();
            }
            return load(className, holders.get(0), where, problems);
        }
    }

    private static Optional<Class<?>> load(String className, PluginArchive unit, String where, Problems problems) {
        Optional<String> fault = Inspection.fault(unit, List.of(className));
        if (fault.isPresent()) {
            problems.add(where, "module " + className + " in " + unit.name() + " cannot be used: " + fault.get());
            return Optional.empty();
        }
        try {
            return Optional.of(unit.load(className));
        } catch (ClassNotFoundException e) {
            problems.add(where, "module " + className + " in " + unit.name() + " cannot be loaded: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Module> instance(Class<?> type, String where, Problems problems) {
        if (!Module.class.isAssignableFrom(type)) {
            problems.add(where, type.getName() + " is not a " + Module.class.getName() + ", so it cannot swap parts");
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of((Module) constructor.newInstance());
        } catch (NoSuchMethodException e) {
            problems.add(
                    where, type.getName() + " has no constructor without arguments, so only Java code can make one");
        } catch (ReflectiveOperationException e) {
            problems.add(where, "module " + type.getName() + " cannot be created: " + FailureText.of(e));
        }
        return Optional.empty();
    }

    /** A module of nearly that name; its package may have been left out. */
    private String hint(String className) {
        Map<String, String> bySimpleName = new TreeMap<>();
        List<String> known = new ArrayList<>();
        for (PluginArchive unit : units) {
            for (String module : unit.modules()) {
                known.add(module);
                bySimpleName.put(simpleName(module), module);
            }
        }
        if (known.isEmpty()) {
            return "neither on the class path nor in plugins/; name a further folder with --plugins DIR";
        }
        return Nearest.to(className, known)
                .or(() ->
                        Nearest.to(simpleName(className), bySimpleName.keySet()).map(bySimpleName::get))
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> Nearest.hint(className, known));
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
