package io.windrow.examples.image;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Finds in a class file all that may be the name of a class. Format: The Java Virtual Machine Specification, section 4.4. */
final class ClassNames {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private ClassNames() {
    }

    /**
     * Tells every word in the texts of the constant pool, with slashes for dots: names of classes, parts of descriptors and signatures,
     * and texts such as a program gives to {@code Class.forName}. Names without a package are not told.
     */
    static void each(byte[] file, Consumer<String> word) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("no class file");
            }
            in.readInt();
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                if (tag == UTF8) {
                    words(in.readUTF(), word);
                } else {
                    in.skipNBytes(length(tag));
                    // These two take up two places.
                    i += tag == LONG || tag == DOUBLE ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int length(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IOException("unknown constant: tag=" + tag);
        };
    }

    /** A descriptor has an L before a name, which may also be a part of it. */
    private static void words(String text, Consumer<String> word) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isPart(text.charAt(i))) {
                if (i > start) {
                    tell(text.substring(start, i).replace('.', '/'), word);
                }
                start = i + 1;
            }
        }
    }

    private static void tell(String found, Consumer<String> word) {
        if (found.indexOf('/') >= 0) {
            word.accept(found);
            word.accept(found.substring(found.indexOf('L') + 1));
        }
    }

    private static boolean isPart(char c) {
        return Character.isJavaIdentifierPart(c) || c == '/' || c == '.';
    }
}
