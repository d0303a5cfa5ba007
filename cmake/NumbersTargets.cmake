# numbers_add_library(<layer> SOURCES ... LINK ... [PRIVATE_LINK ...] [WIDGETS])
#   One library per layer, named numbers_<layer>, alias numbers::<layer>: static in the programs we ship, shared where
#   a hundred test programs would each carry a copy of all layers.
# numbers_add_test(<name> SOURCES ... LINK ... [LABELS ...] [TIMEOUT s] [COMMAND_PREFIX ...])
#   One Qt Test program per file group, registered with CTest. GUI tests run on the offscreen platform.

if(NUMBERS_TESTS AND UNIX AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    set(NUMBERS_LAYER_TYPE SHARED)
    # A program need not be linked again when a layer's insides change.
    set(CMAKE_LINK_DEPENDS_NO_SHARED ON)
else()
    set(NUMBERS_LAYER_TYPE STATIC)
endif()

function(numbers_add_library layer)
    cmake_parse_arguments(ARG "WIDGETS" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    set(target "numbers_${layer}")
    add_library(${target} ${NUMBERS_LAYER_TYPE} ${ARG_SOURCES})
    # No export macros: whether a layer is shared changes how it is linked, not how it is compiled.
    set_target_properties(${target} PROPERTIES DEFINE_SYMBOL "")
    add_library(numbers::${layer} ALIAS ${target})
    target_link_libraries(${target} PUBLIC numbers_settings ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    if(ARG_WIDGETS)
        numbers_precompile(${target} widgets)
    else()
        numbers_precompile(${target} core)
    endif()
endfunction()

# Precompiled headers are built once per flavour and shared.
add_library(numbers_pch_core STATIC "${PROJECT_SOURCE_DIR}/cmake/pch/empty.cpp")
target_link_libraries(numbers_pch_core PUBLIC numbers_settings Qt6::Core Qt6::Network Qt6::Sql QCoro6::Core tl::expected)
target_precompile_headers(numbers_pch_core PRIVATE "${PROJECT_SOURCE_DIR}/cmake/pch/core.h")
if(NUMBERS_GUI)
    add_library(numbers_pch_widgets STATIC "${PROJECT_SOURCE_DIR}/cmake/pch/empty.cpp")
    target_link_libraries(numbers_pch_widgets PUBLIC
        numbers_settings Qt6::Core Qt6::Network Qt6::Sql Qt6::Widgets QCoro6::Core tl::expected)
    target_precompile_headers(numbers_pch_widgets PRIVATE "${PROJECT_SOURCE_DIR}/cmake/pch/widgets.h")
endif()

function(numbers_precompile target flavour)
    target_precompile_headers(${target} REUSE_FROM numbers_pch_${flavour})
    # The headers' own dependencies, so that the shared header is valid in every target.
    target_link_libraries(${target} PRIVATE Qt6::Core Qt6::Network Qt6::Sql QCoro6::Core tl::expected)
    if(flavour STREQUAL "widgets")
        target_link_libraries(${target} PRIVATE Qt6::Widgets)
    endif()
endfunction()

function(numbers_add_program name)
    cmake_parse_arguments(ARG "WIDGETS" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE numbers_settings ${ARG_LINK})
    if(ARG_WIDGETS)
        numbers_precompile(${name} widgets)
    else()
        numbers_precompile(${name} core)
    endif()
endfunction()

# The same letters everywhere, see tests/fonts.conf; a platform without fontconfig takes no notice.
set(NUMBERS_TEST_FONTS "FONTCONFIG_FILE=${PROJECT_SOURCE_DIR}/tests/fonts.conf")

function(numbers_add_test name)
    cmake_parse_arguments(ARG "WIDGETS" "TIMEOUT" "SOURCES;LINK;LABELS;COMMAND_PREFIX;ENVIRONMENT" ${ARGN})
    set(flavour "")
    if(ARG_WIDGETS)
        set(flavour WIDGETS)
    endif()
    numbers_add_program(${name} SOURCES ${ARG_SOURCES} LINK ${ARG_LINK} Qt6::Test ${flavour})
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    add_test(NAME ${name} COMMAND ${ARG_COMMAND_PREFIX} $<TARGET_FILE:${name}>)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 240)
    endif()
    # The folder's name is a label, so that `./dev test net` runs one layer's tests.
    get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${NUMBERS_TEST_FONTS};LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp;${ARG_ENVIRONMENT}"
        LABELS "${folder};${ARG_LABELS}")
endfunction()

# The same for a program with property-based tests; left out, and said so, where there is no rapidcheck.
function(numbers_add_property_test name)
    if(rapidcheck_FOUND)
        numbers_add_test(${name} ${ARGN})
        target_link_libraries(${name} PRIVATE rapidcheck)
    else()
        message(STATUS "No rapidcheck: ${name} is left out")
    endif()
endfunction()
