package io.throughline.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * One plugin's {@link ActiveObjects} before, while and after its tables are there. Used too early the platform makes the caller wait
 * and then fails; here it fails at once and says why.
 */
final class Gate {
    private final String pluginKey;
    private final ActiveObjects service;
    private volatile ActiveObjects opened;

    Gate(String pluginKey) {
        this.pluginKey = pluginKey;
        this.service = (ActiveObjects) Proxy.newProxyInstance(
                Gate.class.getClassLoader(),
                new Class<?>[] {ActiveObjects.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    ActiveObjects service() {
        return service;
    }

    synchronized void open(ActiveObjects ready) {
        opened = ready;
        notifyAll();
    }

    synchronized void close() {
        opened = null;
    }

    boolean isOpen() {
        return opened != null;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(this);
                case "equals" -> arguments[0] == service;
                default -> "ActiveObjects of " + pluginKey;
            };
        }
        if (method.getName().equals("moduleMetaData")) {
            return new State();
        }
        try {
            return method.invoke(ready(), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private ActiveObjects ready() {
        ActiveObjects ready = opened;
        if (ready == null) {
            throw new IllegalStateException("Active Objects of " + pluginKey
                    + " is not ready: the plugin is not enabled yet, or its descriptor has no working <ao> element");
        }
        return ready;
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (opened == null) {
            wait();
        }
    }

    private final class State implements ActiveObjectsModuleMetaData {
        @Override
        public void awaitInitialization() throws InterruptedException {
            awaitOpen();
        }

        @Override
        public boolean isInitialized() {
            return isOpen();
        }
    }
}
