package io.throughline.app.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Texts in memory that can be searched by likeness. Immutable; there is nothing to close but memory. */
final class TextIndex {
    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final String BODY = "body";
    /** A title says more about what something is than its description. */
    private static final float TITLE_WEIGHT = 2;

    /**
     * BM25 as if some more texts were there that use none of the words: in a plan of three objectives a word that one of them
     * uses would count as common.
     */
    private static final Similarity LIKENESS = new BM25Similarity() {
        private static final int OTHER_TEXTS = 30;

        @Override
        protected float idf(long docFreq, long docCount) {
            return super.idf(docFreq, docCount + OTHER_TEXTS);
        }
    };

    private final DirectoryReader reader;

    private TextIndex(DirectoryReader reader) {
        this.reader = reader;
    }

    /** A text under the name by which it is found. */
    record Entry(String id, String title, String body) {}

    /** What was found; scores are comparable within one search. */
    record Hit(String id, double score) {}

    static TextIndex of(Collection<Entry> entries, Tokens tokens) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer =
                    new IndexWriter(directory, new IndexWriterConfig(tokens).setSimilarity(LIKENESS))) {
                for (Entry each : entries) {
                    Document document = new Document();
                    document.add(new StoredField(ID, each.id()));
                    document.add(new TextField(TITLE, Tokens.prepared(each.title()), Field.Store.NO));
                    document.add(new TextField(BODY, Tokens.prepared(each.body()), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            return new TextIndex(DirectoryReader.open(directory));
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen); // all of it is memory
        }
    }

    /**
     * Searches several indexes as if they were one: how rare a word is, is counted over these and no others.
     *
     * @param words with their weights
     * @return the best first, at most {@code most}
     */
    static List<Hit> search(Collection<TextIndex> indexes, Map<String, Float> words, int most) {
        if (words.isEmpty() || indexes.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach((word, weight) -> {
            query.add(weighted(TITLE, word, weight * TITLE_WEIGHT), BooleanClause.Occur.SHOULD);
            query.add(weighted(BODY, word, weight), BooleanClause.Occur.SHOULD);
        });
        IndexReader[] readers = indexes.stream().map(each -> each.reader).toArray(IndexReader[]::new);
        try {
            // not closed: that would close the readers, which others search
            IndexSearcher searcher = new IndexSearcher(new MultiReader(readers, false));
            searcher.setSimilarity(LIKENESS);
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
                hits.add(new Hit(searcher.storedFields().document(hit.doc).get(ID), hit.score));
            }
            return hits;
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    private static BoostQuery weighted(String field, String word, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, word)), weight);
    }
}
