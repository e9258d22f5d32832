package dev.sluice.testkit;

import dev.sluice.store.Store;
import dev.sluice.store.Written;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A process that ends at a point: before or after a write is durable, or before or after something outside happens. */
final class EndingProcess {
    private int left;
    private boolean ended;

    EndingProcess(int point) {
        this.left = point;
    }

    /** The end. No code of a process runs after it. */
    static final class Ended extends Error {
        private static final long serialVersionUID = 1;
    }

    /** {@code store} as this process sees it. */
    Store over(Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    Supplier<Object> call = () -> {
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw EndingProcess.<RuntimeException>sneaky(thrown.getTargetException());
                        } catch (IllegalAccessException impossible) {
                            throw new AssertionError(impossible);
                        }
                    };
                    return method.getName().equals("write") ? around(() -> durable(call)) : call.get();
                });
    }

    private static Object durable(Supplier<Object> write) {
        Written<?> written = (Written<?>) write.get();
        written.durable();
        return written;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Does {@code what}, unless the process ends before or after it. */
    <T> T around(Supplier<T> what) {
        point();
        T result = what.get();
        point();
        return result;
    }

    private void point() {
        if (ended || left-- == 0) {
            ended = true;
            throw new Ended();
        }
    }
}
