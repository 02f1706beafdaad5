package io.windrow.pools;

import io.windrow.buffers.Side;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads the fields of any message by what its layout says of them. */
final class FieldValues {

    private FieldValues() {
    }

    /** A value of the field's type that depends on the number, and uses all of its bytes where it is a number. */
    static Object value(MessageField field, int number) {
        long far = far(number, field.offset());
        if (field instanceof LongField) {
            return far;
        } else if (field instanceof IntField) {
            return Integer.MIN_VALUE + (field.offset() << 8) + number;
        } else if (field instanceof DoubleField) {
            return Double.longBitsToDouble(far);
        } else if (field instanceof BooleanField) {
            return (number & 1) == 1;
        } else if (field instanceof SideField) {
            return Side.values()[1 + (number & 1)];
        } else if (field instanceof EnumField<?> choice) {
            return choice.values().get(1 + number % (choice.values().size() - 1));
        }
        return ("t" + number + "-abcdefghijklmnopqrstuvwxyz").substring(0, field.bytes());
    }

    /** What a field holds whose bytes are all 0. */
    static Object zero(MessageField field) {
        if (field instanceof LongField) {
            return 0L;
        } else if (field instanceof IntField) {
            return 0;
        } else if (field instanceof DoubleField) {
            return 0.0;
        } else if (field instanceof BooleanField) {
            return false;
        } else if (field instanceof SideField) {
            return Side.UNKNOWN;
        }
        return field instanceof EnumField<?> choice ? choice.values().get(0) : "";
    }

    static void put(Message message, MessageField field, Object value) {
        if (field instanceof LongField number) {
            message.put(number, (long) value);
        } else if (field instanceof IntField number) {
            message.put(number, (int) value);
        } else if (field instanceof DoubleField number) {
            message.put(number, (double) value);
        } else if (field instanceof BooleanField flag) {
            message.put(flag, (boolean) value);
        } else if (field instanceof SideField side) {
            message.put(side, (Side) value);
        } else if (field instanceof EnumField<?> choice) {
            putEnum(message, choice, value);
        } else {
            message.put((TextField) field, (String) value);
        }
    }

    static Object get(Message message, MessageField field) {
        if (field instanceof LongField number) {
            return message.get(number);
        } else if (field instanceof IntField number) {
            return message.get(number);
        } else if (field instanceof DoubleField number) {
            return message.get(number);
        } else if (field instanceof BooleanField flag) {
            return message.get(flag);
        } else if (field instanceof SideField side) {
            return message.get(side);
        } else if (field instanceof EnumField<?> choice) {
            return message.get(choice);
        }
        StringBuilder text = new StringBuilder();
        message.append((TextField) field, text);
        return text.toString();
    }

    static void putAll(Message message, int number) {
        for (MessageField field : message.layout().fields()) {
            put(message, field, value(field, number));
        }
    }

    static List<Object> all(Message message) {
        List<Object> values = new ArrayList<>();
        for (MessageField field : message.layout().fields()) {
            values.add(get(message, field));
        }
        return values;
    }

    static List<Object> zeros(MessageLayout layout) {
        return new ArrayList<>(layout.fields().stream().map(FieldValues::zero).toList());
    }

    /** A value that uses both halves of a long, so that a field that is too narrow or in the wrong place shows. */
    static long far(int number, int field) {
        return (long) (number + 1) << 40 | (long) (field + 1) << 32 | 0x8000_0000L | field + 1;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Enum<E>> void putEnum(Message message, EnumField<E> field, Object value) {
        message.put(field, (E) value);
    }
}
