package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "project = ABC | project = ABC",
                "project = ABC ORDER BY created | project = ABC",
                "project = ABC order  by key desc | project = ABC",
                "project = ABC\tOrDeR\tbY key | project = ABC",
                "summary ~ \"order by\" | summary ~ \"order by\"",
                "summary ~ 'it \\' order by' ORDER BY key | summary ~ 'it \\' order by'",
                "summary ~ \"a\\\" order by\" | summary ~ \"a\\\" order by\"",
                "preorder by = 1 | preorder by = 1",
                "order bypass = 1 | order bypass = 1",
                "labels = order | labels = order"
            })
    void theOrderIsLeftOutAndNothingElse(String jql, String conditions) {
        assertThat(QueryText.conditions(jql)).isEqualTo(conditions);
    }

    @Test
    void aQueryThatOnlySortsHasNoConditions() {
        assertThat(QueryText.conditions("ORDER BY created DESC")).isEmpty();
        assertThat(QueryText.and("", "id in (1)")).isEqualTo("id in (1)");
        assertThat(QueryText.and("a = 1 OR b = 2", "id in (1)")).isEqualTo("(a = 1 OR b = 2) AND id in (1)");
    }
}
