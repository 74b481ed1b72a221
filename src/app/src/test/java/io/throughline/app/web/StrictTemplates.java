package io.throughline.app.web;

import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.velocity.htmlsafe.HtmlSafe;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;

/**
 * Renders our templates as the products do: every reference escaped but for methods that are {@code HtmlSafe}, and of our classes only the methods that the
 * descriptor's allow-list names. A call that is not allowed fails the test instead of staying in the page.
 */
public final class StrictTemplates implements TemplateRenderer {
    /** One for all tests: it reads a template once, and has no state that a page could see. */
    private static final VelocityEngine VELOCITY = engine();

    private static VelocityEngine engine() {
        VelocityEngine engine = new VelocityEngine();
        engine.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM, new NullLogChute());
        engine.setProperty(RuntimeConstants.RESOURCE_LOADER, "classpath");
        engine.setProperty(
                "classpath.resource.loader.class",
                "org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader");
        engine.setProperty("classpath.resource.loader.cache", "true");
        engine.setProperty(RuntimeConstants.VM_LIBRARY, "");
        engine.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
        engine.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, OnlyListed.class.getName());
        engine.init();
        return engine;
    }

    @Override
    public void render(String template, Map<String, Object> values, Writer writer) throws IOException {
        VelocityContext context = new VelocityContext(new HashMap<>(values));
        EventCartridge events = new EventCartridge();
        events.addEventHandler((ReferenceInsertionEventHandler) (reference, value) -> {
            if (value == null) {
                throw new IllegalStateException(reference + " has no value in " + template);
            }
            return value instanceof Markup markup ? markup.html() : html(value.toString());
        });
        context.attachEventCartridge(events);
        VELOCITY.getTemplate(template, "UTF-8").merge(context, writer);
    }

    public String html(String template, Map<String, Object> values) {
        StringWriter html = new StringWriter();
        try {
            render(template, values, html);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return html.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The methods that the descriptor lists, as {@code class#method()}. */
    public static Set<String> listed() {
        try {
            Set<String> methods = new HashSet<>();
            Matcher method = Pattern.compile("<method>(.*?)</method>")
                    .matcher(Files.readString(Path.of("../../atlassian-plugin.xml")));
            while (method.find()) {
                methods.add(method.group(1));
            }
            return methods;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made by Velocity, by name. */
    public static final class OnlyListed extends UberspectImpl {
        private final Set<String> listed = listed();

        @Override
        public VelMethod getMethod(Object on, String name, Object[] arguments, Info info) throws Exception {
            VelMethod found = super.getMethod(on, name, arguments, info);
            if (found == null) {
                throw new IllegalStateException("no method " + name + " on " + on.getClass() + ", " + info);
            }
            Method method = introspector.getMethod(on.getClass(), name, arguments);
            boolean ours = method.getDeclaringClass().getName().startsWith("io.throughline.");
            if (ours && !listed.contains(method.getDeclaringClass().getName() + "#" + name + parameters(method))) {
                throw new IllegalStateException("not in the allow-list: " + method + ", " + info);
            }
            return method.isAnnotationPresent(HtmlSafe.class) ? new Unescaped(found) : found;
        }

        private static String parameters(Method method) {
            return Arrays.stream(method.getParameterTypes())
                    .map(Class::getCanonicalName)
                    .collect(Collectors.joining(",", "(", ")"));
        }
    }

    /** What a method that promises HTML has returned. */
    private record Markup(String html) {
        @Override
        public String toString() {
            return html;
        }
    }

    private record Unescaped(VelMethod call) implements VelMethod {
        @Override
        public Object invoke(Object on, Object[] arguments) throws Exception {
            return new Markup(String.valueOf(call.invoke(on, arguments)));
        }

        @Override
        public boolean isCacheable() {
            return call.isCacheable();
        }

        @Override
        public String getMethodName() {
            return call.getMethodName();
        }

        @Override
        public Class<?> getReturnType() {
            return Markup.class;
        }
    }
}
