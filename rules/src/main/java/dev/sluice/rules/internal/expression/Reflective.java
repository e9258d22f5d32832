package dev.sluice.rules.internal.expression;

import org.jspecify.annotations.Nullable;
import org.mvel2.optimizers.AccessorOptimizer;
import org.mvel2.optimizers.OptimizerFactory;
import org.mvel2.optimizers.impl.refl.ReflectiveAccessorOptimizer;

/**
 * Makes MVEL use reflection on this thread until it ends. Its default generates classes that are never unloaded and
 * that fail now and then under several threads; the setting for the whole process belongs to the host.
 */
final class Reflective {
    private final @Nullable Class<? extends AccessorOptimizer> before;

    private Reflective(@Nullable Class<? extends AccessorOptimizer> before) {
        this.before = before;
    }

    static Reflective begin() {
        Class<? extends AccessorOptimizer> before = OptimizerFactory.isThreadAccessorOptimizerInitialized()
                ? OptimizerFactory.getThreadAccessorOptimizer().getClass()
                : null;
        OptimizerFactory.setThreadAccessorOptimizer(ReflectiveAccessorOptimizer.class);
        return new Reflective(before);
    }

    void end() {
        if (before == null) {
            OptimizerFactory.clearThreadAccessorOptimizer();
        } else {
            OptimizerFactory.setThreadAccessorOptimizer(before);
        }
    }
}
