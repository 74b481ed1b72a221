package io.throughline.app.architecture.planted;

import org.apache.lucene.index.Term;

/** Planted: a word of the text engine outside of its room. */
public final class SearchesTextsFromAnywhere {
    private SearchesTextsFromAnywhere() {}

    public static Term term() {
        return new Term("title", "word");
    }
}
