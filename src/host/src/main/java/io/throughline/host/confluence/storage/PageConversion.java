package io.throughline.host.confluence.storage;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.core.ContentEntityObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One rendering of one page. Made for it, used by its thread, thrown away. */
public final class PageConversion implements ConversionContext {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ContentEntityObject entity;
    private final String spaceKey;
    private final ConversionContextOutputType outputType;
    private final Clock clock;
    private final Instant deadline;
    private final Map<String, Object> properties = new HashMap<>();

    /**
     * @param entity null when no page is there yet, as in the preview of a new one
     * @param spaceKey null outside of every space
     */
    public PageConversion(
            ContentEntityObject entity, String spaceKey, ConversionContextOutputType outputType, Clock clock) {
        this.entity = entity;
        this.spaceKey = spaceKey;
        this.outputType = outputType;
        this.clock = clock;
        this.deadline = clock.instant().plus(LIMIT);
    }

    /** The page took longer than {@link #LIMIT}. */
    public static final class RenderingTimeout extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RenderingTimeout() {
            super("Rendering took longer than " + LIMIT.toSeconds() + " seconds");
        }
    }

    @Override
    public ContentEntityObject getEntity() {
        return entity;
    }

    @Override
    public String getSpaceKey() {
        return spaceKey;
    }

    @Override
    public String getOutputType() {
        return outputType.value();
    }

    @Override
    public Object getProperty(String name) {
        return properties.get(name);
    }

    @Override
    public void setProperty(String name, Object value) {
        properties.put(name, value);
    }

    @Override
    public void checkTimeout() {
        if (clock.instant().isAfter(deadline)) {
            throw new RenderingTimeout();
        }
    }

    boolean isFor(ConversionContextOutputType type) {
        return outputType == type;
    }
}
