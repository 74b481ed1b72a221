package io.throughline.host.jira.service;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class DeskRulesOnH2Test extends DeskRules {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
