package io.throughline.host.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.event.api.EventListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostEventPublisherTest {
    private final HostEventPublisher events = new HostEventPublisher();
    private final List<String> heard = new ArrayList<>();

    @Test
    void aListenerHearsItsTypeAndSubtypesBeforePublishReturns() {
        events.register(new Ears());

        events.publish("text");
        events.publish(7);
        events.publish(7L);

        assertThat(heard).containsExactly("string text", "chars text", "integer 7");
    }

    @Test
    void whatOneListenerThrowsKeepsNobodyElseFromHearing() {
        events.register(new Fails());
        events.register(new Ears());

        events.publish(7);

        assertThat(heard).containsExactly("integer 7");
    }

    @Test
    void afterUnregisterNothingIsHeard() {
        Ears ears = new Ears();
        events.register(ears);
        events.publish(1);

        events.unregister(ears);
        events.publish(2);

        assertThat(heard).containsExactly("integer 1");
    }

    @Test
    void registeringTwiceHearsOnce() {
        Ears ears = new Ears();
        events.register(ears);
        events.register(ears);

        events.publish(1);

        assertThat(heard).containsExactly("integer 1");
    }

    @Test
    void anObjectWithoutListenerMethodsIsRefused() {
        assertThatThrownBy(() -> events.register("no ears")).hasMessageContaining("No listener invokers were found");
    }

    public final class Ears {
        @EventListener
        public void string(String event) {
            heard.add(0, "string " + event);
        }

        @EventListener
        public void chars(CharSequence event) {
            heard.add("chars " + event);
        }

        @EventListener
        public void integer(Integer event) {
            heard.add("integer " + event);
        }
    }

    public static final class Fails {
        @EventListener
        public void any(Object event) {
            throw new IllegalStateException("ears closed");
        }
    }
}
