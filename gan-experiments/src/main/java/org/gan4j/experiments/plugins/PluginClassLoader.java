package org.gan4j.experiments.plugins;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The classes of one plug-in. What it shares with the program comes from the program alone: two copies of a contract do not
 * fit together, and natives bind to one loader. Everything else comes from its own jars first, so that it may bring another
 * version of a library that the program uses too.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final List<String> PROGRAM_ONLY = List.of(
            "java.",
            "org.gan4j.",
            "com.google.inject.",
            "jakarta.inject.",
            "org.tensorflow.",
            "org.bytedeco.",
            "org.slf4j.");
    private static final List<String> PROGRAM_FIRST = List.of("javax.", "jdk.", "sun.", "com.sun.");

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String name, URL[] jars) {
        super(name, jars, PluginClassLoader.class.getClassLoader());
    }

    /** Returns whether a class of this name can only come from the program. */
    static boolean isShared(String className) {
        return PROGRAM_ONLY.stream().anyMatch(className::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isShared(name)) {
            return getParent().loadClass(name);
        } else if (PROGRAM_FIRST.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = ownOrProgram(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> ownOrProgram(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            return getParent().loadClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? getParent().getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> urls = new ArrayList<>(Collections.list(findResources(name)));
        urls.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(urls);
    }
}
