package io.throughline.host.velocity;

import io.throughline.host.plugin.InContext;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.log.NullLogChute;

/** One Velocity engine: the host's, or one plugin's. */
final class Engine {

    private final VelocityEngine velocity = new VelocityEngine();
    private final AllowList allowed;

    Engine(Function<String, byte[]> files, AllowList allowed) {
        this.allowed = allowed;
        velocity.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM, new NullLogChute());
        velocity.setProperty(RuntimeConstants.RESOURCE_LOADER, "jar");
        velocity.setProperty("jar.resource.loader.instance", new TemplateFiles(files));
        velocity.setProperty("jar.resource.loader.cache", "true");
        velocity.setProperty(RuntimeConstants.VM_LIBRARY, "");
        velocity.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
        velocity.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, GuardedCalls.class.getName());
        velocity.setApplicationAttribute(GuardedCalls.ALLOW_LIST, allowed);
        InContext.run(Engine.class.getClassLoader(), velocity::init);
    }

    AllowList allowed() {
        return allowed;
    }

    void render(String template, Map<String, Object> values, Writer out) throws IOException {
        try {
            velocity.getTemplate(template, "UTF-8").merge(context(values), out);
        } catch (VelocityException failed) {
            throw new TemplateFailed("template " + template + ": " + failed.getMessage(), failed);
        }
    }

    void evaluate(String fragment, Map<String, Object> values, Writer out) {
        try {
            velocity.evaluate(context(values), out, "fragment", fragment);
        } catch (VelocityException failed) {
            throw new TemplateFailed("fragment '" + fragment + "': " + failed.getMessage(), failed);
        }
    }

    boolean has(String template) {
        return velocity.resourceExists(template);
    }

    private static VelocityContext context(Map<String, Object> values) {
        VelocityContext context = new VelocityContext(new HashMap<>(values));
        EventCartridge events = new EventCartridge();
        events.addEventHandler(new Escaping());
        context.attachEventCartridge(events);
        return context;
    }
}
