#!/bin/sh
# Makes .venv with the locked packages and this project in it; does nothing when that has been done already. Building the
# site needs less than half of what testing it does, so `sh tools/setup.sh` installs only that, and `--test` adds the rest.
# `sh tools/setup.sh --python` only prints the interpreter that it would use. PYTHON=… chooses one.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
lock=requirements.lock # what building needs; the other lock holds that too, at the same versions
stamp=$venv/.setup-done
if [ "${1:-}" = --test ]; then
    lock=requirements-test.lock
    stamp=$venv/.setup-test-done
fi

fail() {
    printf 'set-up: %s\n' "$@" >&2
    exit 1
}

starts() { "$1" -c '' >/dev/null 2>&1 </dev/null; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' </dev/null; }
can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 </dev/null; }
version_of() { "$1" -c 'import platform; print(platform.python_version())' </dev/null; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        starts "$PYTHON" || fail "PYTHON=$PYTHON does not start."
        new_enough "$PYTHON" || fail "PYTHON=$PYTHON is Python $(version_of "$PYTHON"); 3.11 or newer is needed."
        can_make_venv "$PYTHON" || fail "PYTHON=$PYTHON has no venv module."
        printf '%s\n' "$PYTHON"
        return
    fi
    too_old=
    bare=
    for candidate in python3.13 python3.12 python3.11 python3 python; do
        starts "$candidate" || continue # a name on PATH that leads nowhere is no interpreter
        if ! new_enough "$candidate"; then
            too_old="$too_old $candidate is $(version_of "$candidate" 2>/dev/null || echo 2);"
        elif ! can_make_venv "$candidate"; then
            bare=$candidate
        else
            printf '%s\n' "$candidate"
            return
        fi
    done
    [ -z "$bare" ] || fail "$bare is Python $(version_of "$bare"), but its venv module is missing." \
        "On Debian and Ubuntu: apt-get install python3-venv"
    fail "no Python 3.11 or newer on PATH.${too_old:+ Found:$too_old}" "Install one, or say which: make PYTHON=/path/to/python3 …"
}

usable() { starts "$venv/bin/python" && new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }

# The lock, the project's own metadata, the place (an editable install knows it) and the interpreter.
fingerprint() {
    cksum requirements.lock "$lock" pyproject.toml
    pwd
    version_of "$venv/bin/python"
}

if [ "${1:-}" = --python ]; then
    find_python
    exit
fi

if [ -f "$stamp" ] && usable && [ "$(fingerprint)" = "$(cat "$stamp")" ]; then
    exit 0
fi

if ! usable; then
    python=$(find_python) || exit 1
    printf 'set-up: %s with Python %s\n' "$venv" "$(version_of "$python")"
    "$python" -m venv --clear "$venv" || fail "Python could not make the environment in $venv."
fi
rm -f "$stamp"
printf 'set-up: installing the locked packages (a minute or two the first time)\n'
pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@" </dev/null; }
pip install --quiet --require-hashes -r "$lock" ||
    fail "the locked packages could not be installed; pip says why above. A network or a package mirror is needed."
pip install --quiet --no-deps --no-build-isolation -e . || fail "the project itself could not be installed; pip says why above."
fingerprint >"$stamp"
printf 'set-up: done\n'
