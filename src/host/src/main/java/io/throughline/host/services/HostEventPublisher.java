package io.throughline.host.services;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events of this node, told in the publisher's thread before {@link #publish} returns. A listener hears an event whose class, or a
 * supertype of it, is its parameter. What a listener throws is logged and keeps nobody else from hearing.
 */
public final class HostEventPublisher implements EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(HostEventPublisher.class);

    private final List<Ear> ears = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, List<Ear>> byEvent = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if no public method of the listener carries {@link EventListener} */
    @Override
    public void register(Object listener) {
        List<Ear> found = new ArrayList<>();
        for (Method method : listener.getClass().getMethods()) {
            if (method.isAnnotationPresent(EventListener.class)) {
                if (method.getParameterCount() != 1) {
                    throw new IllegalArgumentException(
                            "a listener method has one parameter, the event: " + method.toGenericString());
                }
                method.setAccessible(true);
                found.add(new Ear(listener, method));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No listener invokers were found for listener <" + listener + ">");
        }
        unregister(listener);
        ears.addAll(found);
        byEvent.clear();
    }

    @Override
    public void unregister(Object listener) {
        ears.removeIf(ear -> ear.listener == listener);
        byEvent.clear();
    }

    @Override
    public void publish(Object event) {
        List<Ear> hearing = byEvent.computeIfAbsent(event.getClass(), this::earsFor);
        for (Ear ear : hearing) {
            ear.hear(event);
        }
    }

    private List<Ear> earsFor(Class<?> event) {
        return ears.stream()
                .filter(ear -> ear.method.getParameterTypes()[0].isAssignableFrom(event))
                .toList();
    }

    private record Ear(Object listener, Method method) {
        void hear(Object event) {
            try {
                method.invoke(listener, event);
            } catch (InvocationTargetException thrown) {
                LOG.error("listener {} failed on {}", method.toGenericString(), event.getClass(), thrown.getCause());
            } catch (IllegalAccessException cannotHappen) {
                throw new IllegalStateException(cannotHappen);
            }
        }
    }
}
