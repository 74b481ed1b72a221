package io.throughline.host.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ExportedPackagesTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @Test
    void aProductExportsTheSharedPackagesAndItsOwnAndNotTheOthers() {
        ExportedPackages confluence = new ExportedPackages(CLASS_PATH, List.of("com.atlassian.confluence.*"));

        assertThat(confluence.contains("com.atlassian.sal.api.user")).isTrue();
        assertThat(confluence.contains("net.java.ao")).isTrue();
        assertThat(confluence.contains("com.atlassian.confluence.macro")).isTrue();
        assertThat(confluence.contains("com.atlassian.jira.issue")).isFalse();
        assertThat(confluence.contains("com.atlassian.query")).isFalse();
        assertThat(confluence.contains("io.throughline.host.launch")).isFalse();
    }

    @Test
    void aLibrarysVersionIsExportedWithIt() {
        ExportedPackages exports = new ExportedPackages(CLASS_PATH, List.of());

        assertThat(exports.header()).contains("com.fasterxml.jackson.databind;version=\"2.21.0\"");
    }

    @Test
    void aPackageThatIsNotThereIsACallersBug() {
        assertThatThrownBy(() -> new ExportedPackages(CLASS_PATH, List.of("com.atlassian.nowhere.*")))
                .hasMessageContaining("com.atlassian.nowhere");
    }
}
