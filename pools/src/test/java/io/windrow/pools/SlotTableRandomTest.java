package io.windrow.pools;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTableRandomTest {

    private static final int OPERATIONS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100})
    void shouldBehaveAsAMapDoes(int capacity) {
        Seeds.forEach(1, random -> {
            try (SlotTableModel model = new SlotTableModel(random, capacity, 1 + random.nextInt(5))) {
                for (int i = 0; i < OPERATIONS; i++) {
                    model.step();
                    if (i % 500 == 0) {
                        model.compare();
                    }
                }
                model.compare();
            }
        });
    }

    @Test
    void shouldBehaveAsAMapDoesWithOneCursor() {
        Seeds.forEach(3, random -> {
            try (SlotTableModel model = new SlotTableModel(random, 5, 1)) {
                for (int i = 0; i < OPERATIONS; i++) {
                    model.step();
                }
                model.compare();
            }
        });
    }
}
