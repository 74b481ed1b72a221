package io.throughline.host.confluence.storage;

import io.throughline.host.web.Html;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Turns storage format into the HTML of a page.
 *
 * <p>Plain XHTML passes, without what could run a script. Elements of Confluence's own are rendered by the part that knows them; one
 * that nobody knows vanishes and leaves its content.
 */
public final class StorageRenderer {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final Set<String> REMOVED = Set.of(
            "script", "style", "svg", "math", "iframe", "object", "embed", "applet", "base", "link", "meta", "form",
            "input", "button");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "background", "cite");

    private final StorageParser parser = new StorageParser();
    private final MacroElements macros;
    private final LinkElements links;
    private final LayoutElements layouts = new LayoutElements(this);

    public StorageRenderer(Macros macros, WikiLinks links) {
        this.macros = new MacroElements(this, macros);
        this.links = new LinkElements(this, links);
    }

    /** @throws UnreadableStorage when the text is no storage format */
    public String render(String storage, PageConversion context) throws UnreadableStorage {
        StringBuilder out = new StringBuilder(storage.length() * 2);
        children(parser.parse(storage), out, context);
        return out.toString();
    }

    /** Refuses what could not be rendered later. */
    public void check(String storage) throws UnreadableStorage {
        parser.parse(storage);
    }

    void children(Node parent, StringBuilder out, PageConversion context) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text) {
                out.append(Html.escape(((Text) child).getData()));
            } else if (child instanceof Element) {
                element((Element) child, out, context);
            }
        }
    }

    private void element(Element element, StringBuilder out, PageConversion context) {
        if (StorageParser.AC.equals(element.getNamespaceURI())) {
            if (!macros.render(element, out, context)
                    && !links.render(element, out, context)
                    && !layouts.render(element, out, context)) {
                children(element, out, context);
            }
            return;
        }
        String name = element.getNodeName().toLowerCase(Locale.ROOT);
        if (Xml.isRi(element) || REMOVED.contains(name)) {
            return;
        }
        out.append('<').append(name);
        attributes(element, out);
        out.append('>');
        if (!VOID.contains(name)) {
            children(element, out, context);
            out.append("</").append(name).append('>');
        }
    }

    private static void attributes(Element element, StringBuilder out) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getName().toLowerCase(Locale.ROOT);
            if (isHarmless(name, attribute.getValue())) {
                out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(Html.escape(attribute.getValue()))
                        .append('"');
            }
        }
    }

    private static boolean isHarmless(String name, String value) {
        if (name.startsWith("on") || name.equals("srcdoc") || name.contains(":")) {
            return false;
        }
        if (!ADDRESSES.contains(name)) {
            return true;
        }
        String address = value.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        return !address.startsWith("javascript:")
                && !address.startsWith("vbscript:")
                && !address.startsWith("data:text");
    }
}
