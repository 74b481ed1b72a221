package io.throughline.host.velocity;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Function;
import org.apache.commons.collections.ExtendedProperties;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;

/** Gives Velocity its templates from a JAR, never from the file system. */
final class TemplateFiles extends ResourceLoader {

    private final Function<String, byte[]> read;

    /** @param read path without a leading slash to bytes, null when there is none */
    TemplateFiles(Function<String, byte[]> read) {
        this.read = read;
    }

    @Override
    public void init(ExtendedProperties configuration) {
        // everything was given to the constructor
    }

    @Override
    public InputStream getResourceStream(String name) {
        byte[] bytes = read.apply(name.startsWith("/") ? name.substring(1) : name);
        if (bytes == null) {
            throw new ResourceNotFoundException("no template " + name);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean isSourceModified(Resource resource) {
        return false;
    }

    @Override
    public long getLastModified(Resource resource) {
        return 0;
    }
}
