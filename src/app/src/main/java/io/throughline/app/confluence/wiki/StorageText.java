package io.throughline.app.confluence.wiki;

/** Text that becomes part of a page in storage format, which is XML. */
public final class StorageText {
    private StorageText() {}

    /**
     * For text and for attributes in double quotes. Characters that XML has not are left out: what is pasted from elsewhere has them,
     * and one of them makes the whole page unreadable.
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isInXml(character)) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Char of XML 1.0; lone halves of pairs are none. */
    private static boolean isInXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
