#!/usr/bin/env bash
# Print the commit at which the changes of this run begin; nothing where that cannot be told and all is to be checked.
# The checkout may hold no more than the latest commit: what lies between is fetched, a bit more each time.
#
# BASE_BRANCH     the branch that a pull request is to be merged into
# BASE_COMMIT     else what a push or a merge queue starts from; zeros where a push begins a branch
# DEFAULT_BRANCH  what such a branch is compared with
set -euo pipefail

fetch() {
    git fetch --quiet --no-tags --no-recurse-submodules "$@" >&2
}

is_shallow() {
    [ "$(git rev-parse --is-shallow-repository)" = true ]
}

# The commit that $1 and HEAD have in common; $2 is what brings $1 from the origin.
common() {
    local base=$1 source=$2 more
    git merge-base "$base" HEAD 2>/dev/null && return
    if is_shallow; then
        fetch --depth=1 origin "$source" || return
    else
        fetch origin "$source" || return
    fi
    for more in --deepen=1 --deepen=30 --deepen=300 --unshallow; do
        git merge-base "$base" HEAD && return
        is_shallow || return
        fetch "$more" origin "$source" "$(git rev-parse HEAD)" || return
    done
    git merge-base "$base" HEAD
}

begins_a_branch() {
    [[ $BASE_COMMIT =~ ^0+$ ]] && [ "${GITHUB_REF_NAME:-}" != "$DEFAULT_BRANCH" ]
}

if [ -z "$BASE_BRANCH" ] && begins_a_branch; then
    BASE_BRANCH=$DEFAULT_BRANCH
fi
if [ -n "$BASE_BRANCH" ]; then
    remote=refs/remotes/origin/$BASE_BRANCH
    if ! common "$remote" "+refs/heads/$BASE_BRANCH:$remote"; then
        cure='write "fetch-depth: 0" below the "with:" of actions/checkout'
        echo "::error title=msglint::Nothing tells what has changed since $BASE_BRANCH: $cure." >&2
        exit 2
    fi
elif [ -n "${BASE_COMMIT//0/}" ]; then
    if ! common "$BASE_COMMIT" "$BASE_COMMIT"; then # it was pushed over
        echo "::notice title=msglint::Nothing tells what has changed since $BASE_COMMIT, so all is checked." >&2
    fi
fi
