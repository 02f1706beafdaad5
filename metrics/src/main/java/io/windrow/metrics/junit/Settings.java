package io.windrow.metrics.junit;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the annotation that is nearest to a test: on the method, its class, a class around that. */
final class Settings {

    private Settings() {
    }

    static <A extends Annotation> A nearest(ExtensionContext context, Class<A> type) {
        for (Optional<ExtensionContext> at = Optional.of(context); at.isPresent(); at = at.get().getParent()) {
            Optional<A> found = AnnotationSupport.findAnnotation(at.get().getElement(), type);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ExtensionConfigurationException("the extension comes with its annotation: @" + type.getSimpleName());
    }

    static void require(boolean holds, String rule, String name, long value) {
        if (!holds) {
            throw new ExtensionConfigurationException(rule + ": " + name + "=" + value);
        }
    }
}
