package io.windrow.examples.plan;

import io.windrow.pipeline.PipelineSettings;

/** How far a budget goes. */
final class Fit {

    private Fit() {
    }

    /** Most instruments that fit the budget when all other settings stay, 0 if none does. */
    static int mostInstruments(PipelineSettings settings) {
        int fit = 0;
        int tooMany = Integer.MAX_VALUE;
        while (tooMany - fit > 1) {
            int middle = fit + (tooMany - fit) / 2;
            if (fits(settings, middle)) {
                fit = middle;
            } else {
                tooMany = middle;
            }
        }
        return fit;
    }

    private static boolean fits(PipelineSettings settings, int instruments) {
        try {
            return settings.with("instruments", Integer.toString(instruments)).plan().totalBytes() <= settings.budgetBytes();
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
