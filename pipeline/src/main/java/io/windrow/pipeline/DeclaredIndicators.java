package io.windrow.pipeline;

import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.List;

/** Stands for all strategies of a thread where only their indicators are known. */
record DeclaredIndicators(List<IndicatorSpec> indicators) implements Strategy {
}
