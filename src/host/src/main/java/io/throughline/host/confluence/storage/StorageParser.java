package io.throughline.host.confluence.storage;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads storage format as the XML it is. Safe for several threads. */
public final class StorageParser {

    static final String AC = "http://www.atlassian.com/schema/confluence/4/ac/";
    static final String RI = "http://www.atlassian.com/schema/confluence/4/ri/";

    private static final String BEGIN = "<root xmlns:ac=\"" + AC + "\" xmlns:ri=\"" + RI + "\">";
    private static final String END = "</root>";
    private static final int DEEPEST = 200;

    private final HtmlEntities entities = new HtmlEntities();

    /**
     * The content as children of one element.
     *
     * @throws UnreadableStorage when it is not well formed, brings a document type, or is nested absurdly deep
     */
    public Element parse(String storage) throws UnreadableStorage {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            String xml = BEGIN + entities.toNumbers(storage) + END;
            Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            refuseDeep(root, 0);
            return root;
        } catch (SAXParseException e) {
            int column = e.getLineNumber() == 1 ? e.getColumnNumber() - BEGIN.length() : e.getColumnNumber();
            throw new UnreadableStorage("Error parsing xhtml: " + e.getMessage() + " at [row,col]: ["
                    + e.getLineNumber() + "," + Math.max(1, column) + "]");
        } catch (SAXException | IOException e) {
            throw new UnreadableStorage("Error parsing xhtml: " + e.getMessage());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own parser knows these features", impossible);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    private static void refuseDeep(Node node, int depth) throws UnreadableStorage {
        if (depth > DEEPEST) {
            throw new UnreadableStorage("Error parsing xhtml: nested more than " + DEEPEST + " deep");
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            refuseDeep(child, depth + 1);
        }
    }

    /** Throws instead of printing to standard error, as the JDK's parser does by default. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // the document can be read
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
