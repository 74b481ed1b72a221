package io.throughline.host.confluence.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reading a storage document's elements. */
final class Xml {

    private Xml() {}

    static boolean isAc(Node node, String name) {
        return StorageParser.AC.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    static boolean isRi(Node node) {
        return StorageParser.RI.equals(node.getNamespaceURI());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                children.add((Element) child);
            }
        }
        return children;
    }

    static Optional<Element> acChild(Element parent, String name) {
        return children(parent).stream().filter(child -> isAc(child, name)).findFirst();
    }

    static Optional<Element> riChild(Element parent) {
        return children(parent).stream().filter(Xml::isRi).findFirst();
    }

    /** The value of {@code ac:name="…"}, empty when it is not there. */
    static String ac(Element element, String attribute) {
        return element.getAttributeNS(StorageParser.AC, attribute);
    }

    static String ri(Element element, String attribute) {
        return element.getAttributeNS(StorageParser.RI, attribute);
    }
}
