package io.throughline.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads descriptor XML into {@link Tag}s. Nothing outside the document is ever loaded. */
final class DescriptorReader {

    private DescriptorReader() {}

    static Tag read(InputStream xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(false);
            return tag(factory.newDocumentBuilder().parse(xml).getDocumentElement());
        } catch (SAXException malformed) {
            throw new PluginRefused(Descriptor.FILE + " is not well-formed: " + malformed.getMessage(), malformed);
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Tag tag(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap written = element.getAttributes();
        for (int i = 0; i < written.getLength(); i++) {
            attributes.put(written.item(i).getNodeName(), written.item(i).getNodeValue());
        }
        List<Tag> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(tag(child));
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return new Tag(element.getTagName(), attributes, text.toString().strip(), children);
    }
}
