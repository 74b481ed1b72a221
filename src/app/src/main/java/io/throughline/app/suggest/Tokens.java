package io.throughline.app.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes a text apart: words by Unicode's rules, small, without the commonest English and German ones, without the
 * plural's s. Names that programmers write come apart too: {@code ListView} is list, view and listview.
 */
final class Tokens extends Analyzer {
    private static final int SHORTEST_PLURAL = 4;
    private static final Pattern JOINTS = Pattern.compile("[._:/\\\\#(){}\\[\\]]+");
    private static final Pattern HUMPS = Pattern.compile("\\b(\\p{Ll}+|\\p{Lu}\\p{Ll}+)((?:\\p{Lu}\\p{Ll}+)+)\\b");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private static final CharArraySet COMMON = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of(
                    ("a an and are as at be but by can for from has have how if in into is it its no not of on or our so such"
                                    + " that the their then there these they this to was we what when which will with you your"
                                    + " without within than until while where who why does did were been being would could should"
                                    + " aber alle als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem"
                                    + " einen einer er es für hat im in ist kein mit nach nicht noch nur oder sein sich sie sind so"
                                    + " ohne um und uns von vor was wenn werden wie wir wird zu zum zur über")
                            .split(" ")),
            true));

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer source = new StandardTokenizer();
        return new TokenStreamComponents(source, new Singular(new StopFilter(new LowerCaseFilter(source), COMMON)));
    }

    /** A text as it is to be indexed. */
    static String prepared(String text) {
        String open = JOINTS.matcher(text).replaceAll(" ");
        return HUMPS.matcher(open)
                .replaceAll(found ->
                        found.group() + " " + HUMP.matcher(found.group()).replaceAll(" "));
    }

    /** The different words of a text, in its order: how they are searched for, and how they are written. */
    Map<String, String> words(String text) {
        String prepared = prepared(text);
        Map<String, String> words = new LinkedHashMap<>();
        try (TokenStream stream = tokenStream("", prepared)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.putIfAbsent(term.toString(), prepared.substring(place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen); // the text is in memory
        }
        return Collections.unmodifiableMap(words);
    }

    /** Takes the English plural off, and nothing else: German and names must survive it. */
    private static final class Singular extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Singular(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            int length = term.length();
            char[] word = term.buffer();
            if (length >= SHORTEST_PLURAL && word[length - 1] == 's' && "su".indexOf(word[length - 2]) < 0) {
                boolean isFamily = word[length - 2] == 'e' && word[length - 3] == 'i'; // companies
                if (isFamily) {
                    word[length - 3] = 'y';
                }
                term.setLength(isFamily ? length - 2 : length - 1);
            }
            return true;
        }
    }
}
