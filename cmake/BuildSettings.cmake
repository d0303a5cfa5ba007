# Compiler settings shared by every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

qt_standard_project_setup()
set(CMAKE_AUTORCC ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # pch_defines,time_macros: needed for ccache to accept precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros" "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "CCACHE_NOHASHDIR=1"
        "${CCACHE_PROGRAM}")
endif()

add_library(numbers_settings INTERFACE)
target_include_directories(numbers_settings INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(numbers_settings INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    NUMBERS_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(numbers_settings INTERFACE /W4 /permissive- /utf-8)
    if(NUMBERS_WERROR)
        target_compile_options(numbers_settings INTERFACE /WX)
    endif()
else()
    target_compile_options(numbers_settings INTERFACE
        -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wshadow=local
        -Wno-missing-field-initializers -fpch-preprocess)
    if(NUMBERS_WERROR)
        target_compile_options(numbers_settings INTERFACE -Werror)
    endif()
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        target_compile_options(numbers_settings INTERFACE
            -fstack-protector-strong -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS)
        if(NOT APPLE AND NOT WIN32)
            target_compile_options(numbers_settings INTERFACE -fstack-clash-protection)
            target_link_options(numbers_settings INTERFACE LINKER:-z,relro LINKER:-z,now)
        endif()
    endif()
endif()
if(NUMBERS_SANITIZE)
    # Debian's Boost.Asio and Qt are not instrumented; these three sanitizers run clean with them.
    # Null pointers are left to AddressSanitizer, which stops at them anyway: the checks double the code.
    target_compile_options(numbers_settings INTERFACE
        -fsanitize=address,undefined -fno-sanitize=null,object-size -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    target_link_options(numbers_settings INTERFACE -fsanitize=address,undefined)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Every text literal of Qt is a global, twenty thousand in a large file: putting guards around them takes longer
        # than what a command does, and tests start hundreds of commands.
        target_compile_options(numbers_settings INTERFACE "SHELL:--param asan-globals=0")
    endif()
endif()

# A hundred test programs are linked: with mold, where it is there, that takes seconds instead of minutes.
if(NUMBERS_TESTS AND NOT CMAKE_BUILD_TYPE STREQUAL "Release" AND UNIX AND NOT APPLE)
    find_program(MOLD_PROGRAM mold)
    if(MOLD_PROGRAM)
        target_link_options(numbers_settings INTERFACE -fuse-ld=mold)
    endif()
endif()

include(CheckIPOSupported)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    check_ipo_supported(RESULT NUMBERS_IPO OUTPUT NUMBERS_IPO_REASON LANGUAGES CXX)
    if(NUMBERS_IPO)
        set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
    endif()
    # Executables are position independent, so that ASLR applies to them.
    include(CheckPIESupported)
    check_pie_supported(LANGUAGES CXX)
    # Code made at link time has to be -fPIC as well: -fPIE copies Qt's meta objects into the program, and Qt, which
    # goes on using its own, crashes before the first window.
    if(NUMBERS_IPO AND CMAKE_CXX_LINK_OPTIONS_PIE)
        list(TRANSFORM CMAKE_CXX_LINK_OPTIONS_PIE REPLACE "^-fPIE$" "-fPIC")
    endif()
    if(NUMBERS_IPO AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Said of every QHash when the whole program is looked at; nothing allocates that much.
        target_link_options(numbers_settings INTERFACE -Wno-alloc-size-larger-than)
    endif()
endif()
