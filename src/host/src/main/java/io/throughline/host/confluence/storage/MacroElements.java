package io.throughline.host.confluence.storage;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import io.throughline.host.web.Html;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Runs the macros of a page. A macro never breaks its page: whatever goes wrong becomes Confluence's error box in its place, with the
 * message escaped.
 */
final class MacroElements {

    private static final Logger LOG = LoggerFactory.getLogger(MacroElements.class);

    private final StorageRenderer renderer;
    private final Macros macros;

    MacroElements(StorageRenderer renderer, Macros macros) {
        this.renderer = renderer;
        this.macros = macros;
    }

    /** @return false when the element is no macro */
    boolean render(Element element, StringBuilder out, PageConversion context) {
        if (!Xml.isAc(element, "structured-macro") && !Xml.isAc(element, "macro")) {
            return false;
        }
        String name = Xml.ac(element, "name");
        boolean topLevel = element.getParentNode() == element.getOwnerDocument().getDocumentElement();
        try {
            Optional<Macro> macro = macros.find(name);
            if (macro.isEmpty()) {
                out.append(errorBox(name, "Unknown macro: '" + name + "'"));
                return true;
            }
            out.append(execute(macro.get(), name, element, context, topLevel));
        } catch (MacroExecutionException e) {
            LOG.info("macro {} says {}", name, e.getMessage(), e);
            out.append(errorBox(name, e.getMessage() == null ? "" : e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("macro {} failed", name, e);
            out.append(errorBox(name, e.toString()));
        }
        return true;
    }

    private String execute(Macro macro, String name, Element element, PageConversion context, boolean topLevel)
            throws MacroExecutionException {
        context.checkTimeout();
        String body = body(macro.getBodyType(), element, context);
        String html = macro.execute(parameters(element), body, context);
        boolean inline = macro.getOutputType() == Macro.OutputType.INLINE;
        String output = html == null ? "" : html;
        if (context.isFor(ConversionContextOutputType.DISPLAY) || context.isFor(ConversionContextOutputType.PREVIEW)) {
            output = wrapped(output, name, inline, macro.getBodyType() != Macro.BodyType.NONE);
        }
        return inline && topLevel ? "<p>" + output + "</p>" : output;
    }

    private static String wrapped(String html, String name, boolean inline, boolean hasBody) {
        String tag = inline ? "span" : "div";
        return "<" + tag + " class=\"conf-macro output-" + (inline ? "inline" : "block") + "\" data-hasbody=\""
                + hasBody + "\" data-macro-name=\"" + Html.escape(name) + "\">" + html + "</" + tag + ">";
    }

    /** A fresh map: what one macro does to it, another does not see. */
    private static Map<String, String> parameters(Element macro) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element child : Xml.children(macro)) {
            if (Xml.isAc(child, "parameter")) {
                parameters.put(Xml.ac(child, "name"), value(child));
            } else if (Xml.isAc(child, "default-parameter")) {
                parameters.put("", child.getTextContent());
            }
        }
        return parameters;
    }

    /** A parameter names a page, space, person, file or address by an element, everything else by text. */
    private static String value(Element parameter) {
        return Xml.riChild(parameter).map(MacroElements::reference).orElseGet(parameter::getTextContent);
    }

    private static String reference(Element resource) {
        return switch (resource.getLocalName()) {
            case "page", "blog-post" -> {
                String space = Xml.ri(resource, "space-key");
                yield (space.isEmpty() ? "" : space + ":") + Xml.ri(resource, "content-title");
            }
            case "space" -> Xml.ri(resource, "space-key");
            case "user" -> {
                String name = Xml.ri(resource, "username");
                yield name.isEmpty() ? Xml.ri(resource, "userkey") : name;
            }
            case "attachment" -> Xml.ri(resource, "filename");
            case "url" -> Xml.ri(resource, "value");
            default -> resource.getTextContent();
        };
    }

    private String body(Macro.BodyType type, Element macro, PageConversion context) {
        if (type == Macro.BodyType.NONE) {
            return "";
        }
        Optional<Element> rich = Xml.acChild(macro, "rich-text-body");
        if (rich.isPresent()) {
            if (type == Macro.BodyType.PLAIN_TEXT) {
                return rich.get().getTextContent();
            }
            StringBuilder out = new StringBuilder();
            renderer.children(rich.get(), out, context);
            return out.toString();
        }
        return Xml.acChild(macro, "plain-text-body").map(Node::getTextContent).orElse("");
    }

    private static String errorBox(String name, String message) {
        return "<div class=\"error\"><span class=\"error\">Error rendering macro '" + Html.escape(name)
                + "'</span> : <span class=\"macro-error-message\">" + Html.escape(message) + "</span></div>";
    }
}
