package org.gan4j.experiments.plugins.jar;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names and texts that a class file mentions.
 *
 * @param java  the Java it was built for, such as 17
 * @param needs the classes, not arrays, that the virtual machine may ask for when this one runs or is looked at
 * @param types the descriptors of all that it calls or reads, such as {@code (Ljava/lang/String;)V}
 * @param texts the texts that stand in its code
 */
public record ClassFile(int java, SortedSet<String> needs, Set<String> types, Set<String> texts) {
    private static final int MAGIC = 0xCAFEBABE;

    /** The difference between Java's version and that of its class files. */
    private static final int FIRST_VERSION = 44;

    private static final Pattern CLASS_IN_TYPE = Pattern.compile("L([^;<>()]+);");

    /** The constant pool: texts by their index, and the indices of the texts that are class names, types or literals. */
    private record Pool(String[] texts, List<Integer> classes, List<Integer> types, List<Integer> literals) {}

    /**
     * Reads a class file.
     *
     * @throws IOException if it is none, or is cut off
     */
    public static ClassFile read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        if (in.readInt() != MAGIC) {
            throw new IOException("it does not begin as a class file does");
        }
        in.readUnsignedShort();
        int version = in.readUnsignedShort();
        Pool pool = pool(in);
        SortedSet<String> needs = new TreeSet<>();
        pool.classes.forEach(index -> addClass(pool.texts[index], needs));
        Set<String> types = new HashSet<>();
        pool.types.forEach(index -> types.add(pool.texts[index]));
        types.forEach(type -> addType(type, needs));
        skip(in, 6);
        skip(in, 2 * in.readUnsignedShort());
        members(in, pool, needs);
        members(in, pool, needs);
        Set<String> texts = new HashSet<>();
        pool.literals.forEach(index -> texts.add(pool.texts[index]));
        return new ClassFile(version - FIRST_VERSION, needs, types, texts);
    }

    private static Pool pool(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        Pool pool = new Pool(new String[count], new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool.texts[i] = in.readUTF();
                case 7 -> pool.classes.add(in.readUnsignedShort());
                case 8 -> pool.literals.add(in.readUnsignedShort());
                case 19, 20 -> skip(in, 2);
                case 16 -> pool.types.add(in.readUnsignedShort());
                case 12 -> {
                    skip(in, 2);
                    pool.types.add(in.readUnsignedShort());
                }
                case 15 -> skip(in, 3);
                case 3, 4, 9, 10, 11, 17, 18 -> skip(in, 4);
                case 5, 6 -> {
                    skip(in, 8);
                    // Numbers of eight bytes take two places.
                    i++;
                }
                default -> throw new IOException("its constant " + i + " is of the unknown kind " + tag);
            }
        }
        return pool;
    }

    /** The types of fields or methods: reflection, and so Guice and records, asks for them. */
    private static void members(DataInputStream in, Pool pool, SortedSet<String> needs) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            skip(in, 4);
            addType(pool.texts[in.readUnsignedShort()], needs);
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                skip(in, 2);
                skip(in, in.readInt());
            }
        }
    }

    private static void addClass(String name, SortedSet<String> needs) {
        if (name.startsWith("[")) {
            addType(name, needs);
        } else {
            needs.add(name.replace('/', '.'));
        }
    }

    private static void addType(String type, SortedSet<String> needs) {
        Matcher matcher = CLASS_IN_TYPE.matcher(type);
        while (matcher.find()) {
            needs.add(matcher.group(1).replace('/', '.'));
        }
    }

    private static void skip(DataInputStream in, int bytes) throws IOException {
        in.skipNBytes(bytes);
    }
}
