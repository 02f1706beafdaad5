package io.windrow.metrics.trend;

import java.util.Random;

/** Series without growth, of the kinds that memory shows; each of standard deviation about 1 but for the sawtooth, which is 20 high. */
enum Noise {
    /** Each sample by itself. */
    WHITE,
    /** Each sample 0.95 of the one before, as resident memory does at four samples a second. */
    LASTING,
    /** A heap between collections: teeth of 10 to 19 samples, 20 high. */
    SAWTOOTH,
    /** One step somewhere, 3 high. */
    STEP;

    private static final double CORRELATION = 0.95;

    double[] series(Random random, int count) {
        double[] y = new double[count];
        double lasting = random.nextGaussian();
        double tooth = random.nextDouble();
        int samples = 10 + random.nextInt(10);
        int step = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            lasting = CORRELATION * lasting + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
            tooth += 1.0 / samples;
            if (tooth >= 1) {
                tooth = 0;
                samples = 10 + random.nextInt(10);
            }
            double white = random.nextGaussian();
            y[i] = this == LASTING ? lasting : white + (this == SAWTOOTH ? 20 * tooth : this == STEP && i > step ? 3 : 0);
        }
        return y;
    }
}
