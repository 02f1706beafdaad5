package io.windrow.metrics;

/** Reads the process whose number it is given, as a user to whom it does not belong. */
final class StrangerMain {

    private StrangerMain() {
    }

    public static void main(String[] arguments) {
        Sample sample = new Sample();
        try (ProcessSource source = ProcessSource.of(Long.parseLong(arguments[0]))) {
            source.read(sample);
            System.out.println(source.missing());
        }
        System.out.println(sample.has(Figure.HEAP_USED));
        System.out.println(sample.get(Figure.RESIDENT));
    }
}
