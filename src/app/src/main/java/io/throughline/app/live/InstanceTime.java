package io.throughline.app.live;

import java.time.Clock;

/** In which time zone days begin and end: that of the Java process, where Jira's own default is. */
public final class InstanceTime {
    private InstanceTime() {}

    /** The clock of the instance. */
    public static Clock clock() {
        return Clock.systemDefaultZone();
    }
}
